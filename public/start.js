// The first code to run, before anything is painted: the look, the cover, Leave, and starting the app. Apart
// from the app, so that Leave works before it has loaded and after it has stopped; rescue.html has it
// without an app. In the language of 2009, so that an old browser can at least leave, and be told.
(function () {
  'use strict';
  var root = document.documentElement;
  var tag = document.currentScript;
  var byId = function (id) { return document.getElementById(id); };

  // Inside another page the browser keeps storage apart, and entries would seem to have vanished:
  // style/shell.css shows one link, and nothing starts.
  if (self !== top) return root.setAttribute('data-framed', '');

  // Every key starts with the folder of the page: other sites can share this origin.
  var prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';

  // ---- Whose diary ---------------------------------------------------------------------------
  // A made-up person's, or one that is not kept: in this tab alone, and until it is ended. Nothing stored is read then.
  var MODE = prefix + 'apart';
  // A link can open an example, and no more: the app's own buttons leave their word in the history (src/platform/apart.rs).
  var asked = /^#\/demo\/(\d)$/.exec(location.hash) || /^apart\/(\w+)$/.exec(history.state);
  var mode = asked && asked[1];
  try {
    if (mode) sessionStorage[mode === 'end' ? 'removeItem' : 'setItem'](MODE, mode);
    mode = sessionStorage.getItem(MODE);
  } catch (e) {
    // Then it lasts as long as the page.
  }
  if (mode === 'end') mode = null;
  if (mode) root.setAttribute('data-apart', mode);
  if (asked) history.replaceState(null, '', './');

  // ---- The person's choices, before the first paint ------------------------------------------
  // The app sets the same attributes: src/platform/appearance.rs.
  var startsCovered = false;
  if (!mode) try {
    var folder = prefix + (localStorage.getItem(prefix + 'gen') || '0') + '/';
    // A locked diary shows its settings to nobody, but for these.
    var settings = JSON.parse(localStorage.getItem(folder + 'settings') || localStorage.getItem(folder + 'lock')).d;
    ['theme', 'text', 'look', 'leave'].forEach(function (name) {
      if (/^[a-z]+$/.test(settings[name] || '')) root.setAttribute('data-' + name, settings[name]);
    });
    if (settings.hide === true) root.setAttribute('data-hide', 'yes');
    startsCovered = settings.covered === true;
  } catch (e) {
    // Nothing saved yet, storage blocked, or unreadable: the system's own look it is.
  }

  // Another name and icon, before it is installed; and where Leave leads.
  var links = function (rel) { return document.querySelectorAll('link[rel~="' + rel + '"]'); };
  var dressed = 'waymark';
  var leads = 'weather';
  var dress = function () {
    var look = root.getAttribute('data-look');
    var leave = root.getAttribute('data-leave');
    var link = byId('leave');
    var place = leave !== leads && link && link.getAttribute('data-' + leave);
    if (place) link.href = place;
    if (place) leads = leave;
    if (!look || look === dressed) return;
    dressed = look;
    [['manifest', 'manifest.webmanifest'], ['icon', 'icon.svg'], ['apple-touch-icon', 'apple-touch-icon.png']].forEach(function (one) {
      var named = links(one[0])[0];
      if (named) named.href = (look === 'notes' ? './notes-' : './') + one[1];
    });
    var brand = document.querySelector('.brand');
    if (brand && brand.getAttribute('data-' + look)) {
      document.title = document.title.replace(brand.textContent, brand.getAttribute('data-' + look));
      brand.textContent = brand.getAttribute('data-' + look);
    }
  };
  // Not in every browser that can leave.
  var follow = function (act, names) {
    if (window.MutationObserver) new MutationObserver(act).observe(root, { attributes: true, attributeFilter: names });
  };
  follow(dress, ['data-look', 'data-leave']);

  // ---- The cover -----------------------------------------------------------------------------
  var FLAG = prefix + 'left';
  var covered = function () { return root.hasAttribute('data-left'); };
  var veiled = function () { return root.hasAttribute('data-veil'); };

  // What a tab shows of a page that nobody is to see.
  var neutral = function () {
    root.setAttribute('data-title', document.title);
    document.title = 'Page';
    hideIcons();
  };

  var hideIcons = function () {
    for (var icons = links('icon'), i = 0; i < icons.length; i += 1) {
      if (icons[i].getAttribute('href') === 'data:,') continue;
      icons[i].setAttribute('data-href', icons[i].href);
      icons[i].setAttribute('href', 'data:,');
    }
  };

  var showCover = function () {
    var screen = byId('cover');
    if (!screen) return;
    screen.hidden = false;
    // After the frame that hides: focus makes the browser work out the whole page first.
    requestAnimationFrame(function () { screen.querySelector('h1').focus(); });
  };

  // Out of sight, with everything as it is behind it.
  var veil = function () {
    if (covered() || veiled()) return;
    root.setAttribute('data-veil', '');
    neutral();
    showCover();
  };

  var unveil = function () {
    root.removeAttribute('data-veil');
    document.title = root.getAttribute('data-title');
    for (var icons = links('icon'), i = 0; i < icons.length; i += 1) icons[i].href = icons[i].getAttribute('data-href');
    byId('cover').hidden = true;
    var heading = document.querySelector('#app h1');
    if (heading) heading.focus();
  };

  var hide = function () { if (root.getAttribute('data-hide') === 'yes') veil(); };
  addEventListener('blur', function (event) { if (event.target === self) hide(); });
  addEventListener('pagehide', hide);
  document.addEventListener('visibilitychange', function () { if (document.hidden) hide(); });

  // ---- Leave ---------------------------------------------------------------------------------

  // Was this tab left? Asked on every way back: reload, Back, a restored tab.
  var wasLeft = function () {
    if (history.state && history.state.left) return true;
    try {
      return sessionStorage.getItem(FLAG) !== null;
    } catch (e) {
      // Nowhere to remember it: then coming back by Back counts as having left.
      var entry = performance.getEntriesByType('navigation')[0];
      return !!entry && entry.type === 'back_forward';
    }
  };

  var cover = function () {
    // First of all: from here on the style sheet paints nothing but the cover.
    root.setAttribute('data-left', '');
    try {
      sessionStorage.setItem(FLAG, '1');
    } catch (e) {
      // The history entry below remembers it too.
    }
    // The whole element: nothing of the app is in the page any more.
    var app = byId('app');
    if (app) app.parentNode.removeChild(app);
    neutral();
    root.removeAttribute('data-title');
    // The app, if there is one, drops what it knows: src/platform/leave.rs.
    try {
      document.dispatchEvent(new Event('left'));
    } catch (e) {
      // A browser that has no such events has no app either.
    }
    try {
      history.replaceState({ left: 1 }, '', './');
    } catch (e) {
      // Too many changes of the address in a short time: the cover stands all the same.
    }
    showCover();
  };

  var installed = function () {
    return navigator.standalone === true || matchMedia('(display-mode: standalone)').matches;
  };

  var leave = function () {
    var link = byId('leave');
    cover();
    // An installed app has nowhere else to go, and offline there is nowhere to go.
    if (link && navigator.onLine !== false && !installed()) location.replace(link.href);
  };

  var onLeaveLink = function (event) { return event.target.closest && event.target.closest('#leave'); };

  addEventListener('click', function (event) {
    if (onLeaveLink(event)) {
      // With a modifier key the browser opens its own tab or window; this one is covered.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return cover();
      event.preventDefault();
      leave();
    } else if (event.target.id === 'open') {
      // While the app shuts its lock there is nothing to open.
      if (!covered()) return veiled() && unveil();
      try {
        sessionStorage.removeItem(FLAG);
        // It was opened: what starts covered does not ask once more.
        sessionStorage.setItem(FLAG + '-opened', '1');
      } catch (e) {
        // Then the history entry was what remembered.
      }
      history.replaceState(null, '', './');
      location.reload();
    } else if (event.target.closest && event.target.closest('.skip')) {
      // The address after # belongs to the app, so the jump is made here.
      var heading = document.querySelector('#app h1');
      if (heading) {
        event.preventDefault();
        heading.setAttribute('tabindex', '-1');
        heading.focus();
      }
    }
  }, true);

  addEventListener('auxclick', function (event) {
    if (event.button === 1 && onLeaveLink(event)) cover();
  }, true);

  // Shift three times, each within two seconds of the one before, with nothing in between: a capital letter is none.
  var presses = 0;
  var last = 0;
  var alone = false;
  var say = function (words) {
    var said = byId('leave-said');
    if (said) said.textContent = words && said.getAttribute(words);
  };
  addEventListener('keydown', function (event) {
    alone = event.key === 'Shift';
    if (!alone) presses = 0;
  }, true);
  addEventListener('pointerdown', function () { presses = 0; }, true);
  addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !alone || covered()) return;
    presses = event.timeStamp - last <= 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) return leave();
    say('data-after-' + presses);
    setTimeout(say, 2000, '');
  }, true);

  // Back and forward inside a covered tab: the app must not hear of it, the address stays bare.
  var stayShut = function (event) {
    if (!covered()) return;
    event.stopImmediatePropagation();
    if (location.hash) history.replaceState({ left: 1 }, '', './');
  };
  addEventListener('popstate', stayShut, true);
  addEventListener('hashchange', stayShut, true);
  // A page kept whole by the browser comes back without loading.
  addEventListener('pageshow', function (event) {
    if (event.persisted && wasLeft()) cover();
  });

  try {
    if (sessionStorage.getItem(FLAG + '-opened')) startsCovered = false;
    sessionStorage.removeItem(FLAG + '-opened');
  } catch (e) {
    // Then it is asked once more.
  }
  if (wasLeft()) cover();
  else if (startsCovered) veil();

  // ---- Start ---------------------------------------------------------------------------------
  var program = tag.getAttribute('data-js');

  // The worker counts the starts of a new version that came to nothing: see docs/updates.md.
  var tellWorker = function (said) {
    var workers = navigator.serviceWorker;
    if (!workers || !program) return;
    workers.ready.then(function (registration) {
      registration.active.postMessage({ said: said, version: tag.getAttribute('data-version') });
    });
  };

  var stop = function (reason) {
    root.setAttribute('data-stopped', '');
    if (reason) console.warn('Waymark could not go on:', reason);
  };
  // From the second stop in a row on, trying again is not the first thing to offer.
  var countStops = function (isStopped) {
    try {
      if (isStopped && sessionStorage.getItem(prefix + 'stopped')) root.setAttribute('data-again', '');
      sessionStorage[isStopped ? 'setItem' : 'removeItem'](prefix + 'stopped', '1');
    } catch (e) {
      // Then every time is the first.
    }
  };
  // The app sets the marks itself: when it has read what is stored (or waits at a lock, or tries it), and when it panics.
  follow(function (changes) {
    var isStopped = root.hasAttribute('data-stopped');
    countStops(isStopped);
    // Both can come at once: drawing what was read may be what stopped it.
    if (isStopped) tellWorker('failed');
    else if (changes[0].attributeName === 'data-booted') return tellWorker(mode ? 'apart' : root.getAttribute('data-booted'));
    var heading = document.querySelector('#calm .when-stopped');
    if (isStopped && !covered() && heading) heading.focus();
  }, ['data-stopped', 'data-booted']);

  // Before the app is there, any error is its own. Later only what no panic of its own could tell.
  var onError = function (event) {
    var reason = event.error || event.reason;
    var trapped = typeof WebAssembly === 'object' && reason instanceof WebAssembly.RuntimeError;
    if (!trapped && root.hasAttribute('data-started')) return;
    event.preventDefault();
    stop(reason || event.message);
  };

  addEventListener('DOMContentLoaded', function () {
    if (covered()) {
      cover();
      return tellWorker('covered');
    }
    dress();
    if (veiled()) {
      hideIcons();
      showCover();
    }
    if (!program) return;
    if (!('noModule' in tag) || typeof WebAssembly !== 'object') return stop();
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    // The program starts itself: see .ci/stamp-worker.
    var script = document.createElement('script');
    script.type = 'module';
    script.src = program;
    script.onerror = function () { stop(program); };
    document.head.appendChild(script);
  });
})();
