// Saves one thing after another through the app's own controls, each as soon as the app says that the
// one before is saved. It waits for changes of the page, because the timers of a hidden tab stand
// still for a second.
const stream = (window.stream = (() => {
  const state = { done: 0, problem: null, missing: null };
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The next change of the page, or a while without one.
  const change = () =>
    new Promise((done) => {
      const observer = new MutationObserver(() => end());
      const late = setTimeout(() => end(), 500);
      const end = () => {
        observer.disconnect();
        clearTimeout(late);
        done();
      };
      const everything = { subtree: true, childList: true, characterData: true, attributes: true };
      observer.observe(document, everything);
    });
  const until = async (find) => {
    for (;;) {
      const found = find();
      if (found) return found;
      await change();
    }
  };

  // The app has drawn what the last tap changed. One channel for all turns: a message to a port that nothing refers to
  // any more can be thrown away with it.
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const saved = async () => {
    await turn();
    await until(() => /\bSaved\b/.test(document.querySelector("#status")?.textContent));
  };

  const type = (field, text) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // The page of a past day, once it is drawn.
  const go = async (day) => {
    const address = `#/day/${day}`;
    await until(() => {
      // Chromium drops changes of the address that come too fast, more than 200 in ten seconds.
      if (location.hash !== address) location.hash = address;
      return document.querySelector(`.strip [aria-current=date][href="${address}"]`);
    });
  };
  const box = (goal) => {
    const labels = all("#main label").filter((label) => label.textContent.startsWith(goal));
    return labels[0]?.querySelector("input");
  };

  const ways = {
    async tick(day, goal) {
      await go(day);
      (await until(() => box(goal))).click();
    },
    async note(day, text) {
      await go(day);
      const field = () => document.querySelector("textarea#note");
      if (!field()) document.querySelector(".note button").click();
      const note = await until(field);
      type(note, text);
      note.dispatchEvent(new Event("focusout", { bubbles: true }));
    },
    async entry(day, text) {
      const address = `#/day/${day}/add/give`;
      const field = await until(() => {
        if (location.hash !== address) location.hash = address;
        return document.querySelector("form input#words");
      });
      type(field, text);
      field.form.requestSubmit();
    },
  };

  // Whether a day's page shows it.
  const shows = {
    tick: (goal) => box(goal)?.checked,
    note: (text) => document.querySelector("textarea#note")?.value === text,
    entry: (text) => all(".also .row, .also a").some((row) => row.textContent.includes(text)),
  };

  return {
    state,
    ports: [port1, port2],
    // Saves what is planned; `state.done` counts what the app has said "Saved" to.
    save(plan) {
      state.done = 0;
      state.problem = null;
      (async () => {
        for (const { day, kind, what } of plan) {
          await ways[kind](day, what);
          await saved();
          state.done += 1;
        }
      })().catch((error) => (state.problem = `${error}`));
    },
    // Looks for all of a plan; `state.missing` is then what its days' pages do not show.
    look(plan) {
      state.missing = null;
      (async () => {
        const missing = [];
        for (const { day, kind, what } of plan) {
          await go(day);
          await turn();
          if (!shows[kind](what)) missing.push(`${kind} "${what}" on the page of ${day}`);
        }
        state.missing = missing;
      })().catch((error) => (state.problem = `${error}`));
    },
  };
})());
