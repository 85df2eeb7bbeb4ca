// Before all else in the page: makes the browser's storage fail, or wait, as the cookie "fault" says, from the next call
// on. src/faults.rs says which faults there are.
(() => {
  // What journeys ask stands on the page: the scripts of some drivers do not see what this one has in memory.
  const told = document.currentScript.dataset;
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
  // Of what is held each has a number, from 1 on: "what" holds all, "what:from:to" these, as long as the cookie says so.
  const isAsked = (what) => asked().some((fault) => fault.split(":")[0] === what);
  const isHeld = (what, number) => asked().some((fault) => {
    const [name, from, to] = fault.split(":");
    return name === what && number >= Number(from || 1) && number <= Number(to || Infinity);
  });
  const next = (what) => (calls[what] = (calls[what] ?? 0) + 1);

  const getter = (name, change) => {
    let owner = window;
    while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    const { get } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, get: () => change(get.bind(window)) });
  };
  const method = (owner, name, change) => {
    const real = owner[name];
    owner[name] = function (...parts) {
      return change.call(this, () => real.apply(this, parts), ...parts);
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
  // A transaction ends when nothing is asked of it any more.
  const slow = new WeakSet();
  const hold = (store) => {
    const { transaction } = store;
    if (slow.has(transaction)) return;
    slow.add(transaction);
    const number = next("slow");
    const again = () => {
      told.slow = number;
      if (isHeld("slow", number)) store.getKey("").addEventListener("success", again);
    };
    store.getKey("").addEventListener("success", again);
  };
  method(IDBObjectStore.prototype, "put", function (real, text, key) {
    if (fails("put")) {
      told.refused = next("refused");
      throw refusal("QuotaExceededError");
    }
    const request = real();
    const isRecord = key.includes("/") && !key.startsWith("draft/");
    if (isRecord && isAsked("slow")) hold(this);
    if (fails("commit"))
      // As a full disk does it: when the transaction is about to end.
      request.addEventListener("success", () => {
        Object.defineProperty(this.transaction, "error", { value: refusal("QuotaExceededError") });
        this.transaction.abort();
      });
    return request;
  });
  for (const how of ["get", "getAll", "openCursor"])
    method(IDBObjectStore.prototype, how, (real, key) => {
      if (isAsked("note-reads")) told.reads = `${told.reads ?? ""} ${how}(${how === "get" ? key : ""})`;
      return real();
    });
  let isSealing = false;
  method(SubtleCrypto.prototype, "encrypt", async (real, how) => {
    const sealed = new TextDecoder().decode(how.additionalData ?? new Uint8Array());
    if (sealed.startsWith("waymark/sealed/") && isAsked("seal") && !isSealing) {
      isSealing = true;
      const number = (told.seal = next("seal"));
      while (isHeld("seal", number)) await new Promise((done) => setTimeout(done, 20));
      isSealing = false;
    }
    return real();
  });
  method(BroadcastChannel.prototype, "postMessage", (real) => (fails("mute") ? undefined : real()));
})();
