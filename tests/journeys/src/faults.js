// Before all else in the page: makes the browser's storage fail as the cookie "fault" says, from the next call on.
// src/faults.rs says which faults there are.
(() => {
  const calls = {};
  const asked = () => (/(?:^|; )fault=([^;]*)/.exec(document.cookie)?.[1] ?? "").split("+");
  // "what" is every call; "what:from:to" these, counted since the page was loaded.
  const fails = (what) => asked().some((fault) => {
    const [name, from, to] = fault.split(":");
    if (name !== what) return false;
    if (!from) return true;
    calls[fault] = (calls[fault] ?? 0) + 1;
    return calls[fault] >= Number(from) && calls[fault] <= Number(to || Infinity);
  });
  const refusal = (name) => new DOMException("made to fail", name);

  const getter = (name, change) => {
    let owner = window;
    while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    const { get } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, get: () => change(get.bind(window)) });
  };
  const method = (owner, name, change) => {
    const real = owner[name];
    owner[name] = function (...parts) {
      return change.call(this, () => real.apply(this, parts));
    };
  };

  const session = sessionStorage;
  getter("localStorage", (real) => {
    if (fails("local-throws")) throw refusal("SecurityError");
    return fails("local-null") ? null : real();
  });
  getter("indexedDB", (real) => (fails("idb-missing") ? undefined : real()));
  method(Storage.prototype, "getItem", function (real) {
    if (this !== session && fails("get")) throw refusal("SecurityError");
    return real();
  });
  method(Storage.prototype, "setItem", function (real) {
    if (this !== session && fails("set")) throw refusal("QuotaExceededError");
    return real();
  });

  const answering = (event) => {
    const request = new EventTarget();
    if (event) setTimeout(() => request.dispatchEvent(new Event(event)));
    return request;
  };
  method(IDBFactory.prototype, "open", (real) => {
    if (fails("open-throws")) throw refusal("SecurityError");
    if (fails("open-hangs")) return answering(null);
    return fails("open-blocked") ? answering("blocked") : real();
  });
  method(IDBObjectStore.prototype, "put", function (real) {
    if (fails("put")) throw refusal("QuotaExceededError");
    const request = real();
    if (fails("commit"))
      // As a full disk does it: when the transaction is about to end.
      request.addEventListener("success", () => {
        Object.defineProperty(this.transaction, "error", { value: refusal("QuotaExceededError") });
        this.transaction.abort();
      });
    return request;
  });
  method(BroadcastChannel.prototype, "postMessage", (real) => (fails("mute") ? undefined : real()));
})();
