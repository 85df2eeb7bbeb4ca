// The first code to run, before anything is painted: the theme, Leave, and starting the app. Apart
// from the app, so that Leave works before it has loaded and after it has stopped.
(() => {
  'use strict';
  const root = document.documentElement;
  const tag = document.currentScript;
  const byId = (id) => document.getElementById(id);

  // Every key starts with the folder of the page: other sites can share this origin.
  const prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';

  // ---- Theme and text size, before the first paint -------------------------------------------
  try {
    const generation = localStorage.getItem(prefix + 'gen') || '0';
    const settings = JSON.parse(localStorage.getItem(prefix + generation + '/settings')).d;
    if (/^(light|dark)$/.test(settings.theme)) root.setAttribute('data-theme', settings.theme);
    if (/^(large|largest)$/.test(settings.text)) root.setAttribute('data-text', settings.text);
  } catch (e) {
    // Nothing saved yet, storage blocked, or unreadable: the system's own look it is.
  }

  // ---- Leave ---------------------------------------------------------------------------------
  const FLAG = prefix + 'left';
  const covered = () => root.hasAttribute('data-left');

  // Was this tab left? Asked on every way back: reload, Back, a restored tab.
  const wasLeft = () => {
    if (history.state && history.state.left) return true;
    try {
      return sessionStorage.getItem(FLAG) !== null;
    } catch (e) {
      // Nowhere to remember it: then coming back by Back counts as having left.
      const entry = performance.getEntriesByType('navigation')[0];
      return !!entry && entry.type === 'back_forward';
    }
  };

  const cover = () => {
    // First of all: from here on the style sheet paints nothing but the cover.
    root.setAttribute('data-left', '');
    try {
      sessionStorage.setItem(FLAG, '1');
    } catch (e) {
      // The history entry below remembers it too.
    }
    // The whole element: the app can go on in it, out of sight, and nothing of it is in the page.
    if (byId('app')) byId('app').remove();
    document.title = 'Page';
    document.querySelectorAll('link[rel~="icon"]').forEach((link) => link.setAttribute('href', 'data:,'));
    try {
      history.replaceState({ left: 1 }, '', './');
    } catch (e) {
      // Too many changes of the address in a short time: the cover stands all the same.
    }
    const screen = byId('cover');
    if (screen) {
      screen.hidden = false;
      // After the frame that hides: focus makes the browser work out the whole page first.
      requestAnimationFrame(() => screen.querySelector('h1').focus());
    }
  };

  const installed = () =>
    navigator.standalone === true || matchMedia('(display-mode: standalone)').matches;

  const leave = () => {
    const link = byId('leave');
    cover();
    // An installed app has nowhere else to go, and offline there is nowhere to go.
    if (link && navigator.onLine !== false && !installed()) location.replace(link.href);
  };

  const onLeaveLink = (event) => event.target.closest && event.target.closest('#leave');

  addEventListener('click', (event) => {
    if (onLeaveLink(event)) {
      // With a modifier key the browser opens its own tab or window; this one is covered.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return cover();
      event.preventDefault();
      leave();
    } else if (event.target.id === 'open') {
      try {
        sessionStorage.removeItem(FLAG);
      } catch (e) {
        // Then the history entry was what remembered.
      }
      history.replaceState(null, '', './');
      location.reload();
    } else if (event.target.closest && event.target.closest('.skip')) {
      // The address after # belongs to the app, so the jump is made here.
      const heading = document.querySelector('#app h1');
      if (heading) {
        event.preventDefault();
        heading.setAttribute('tabindex', '-1');
        heading.focus();
      }
    }
  }, true);

  addEventListener('auxclick', (event) => event.button === 1 && onLeaveLink(event) && cover(), true);

  // Shift three times, each within two seconds of the one before, with nothing in between.
  let presses = 0;
  let last = 0;
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') presses = 0;
  }, true);
  addEventListener('pointerdown', () => { presses = 0; }, true);
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || covered()) return;
    presses = event.timeStamp - last <= 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  }, true);

  // Back and forward inside a covered tab: the app must not hear of it, the address stays bare.
  const stayShut = (event) => {
    if (!covered()) return;
    event.stopImmediatePropagation();
    if (location.hash) history.replaceState({ left: 1 }, '', './');
  };
  addEventListener('popstate', stayShut, true);
  addEventListener('hashchange', stayShut, true);
  // A page kept whole by the browser comes back without loading.
  addEventListener('pageshow', (event) => {
    if (event.persisted && wasLeft()) cover();
  });

  // ---- Start ---------------------------------------------------------------------------------
  const stop = (reason) => {
    root.setAttribute('data-stopped', '');
    if (reason) console.warn('Waymark could not start:', reason);
  };
  // The app sets the mark itself when it panics; either way the words are read out.
  new MutationObserver(() => {
    const heading = document.querySelector('#calm .when-stopped');
    if (root.hasAttribute('data-stopped') && !covered() && heading) heading.focus();
  }).observe(root, { attributeFilter: ['data-stopped'] });

  if (wasLeft()) cover();

  addEventListener('DOMContentLoaded', () => {
    if (covered()) return cover();
    if (!('noModule' in tag) || typeof WebAssembly !== 'object') return stop();
    import(tag.dataset.js)
      .then((program) => covered() || program.default({ module_or_path: tag.dataset.wasm }))
      .catch(stop);
  });
})();
