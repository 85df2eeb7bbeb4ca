// Every way we know in which a script of a page may reach another place, and in which words may become a program.
// Loaded by the page itself, as a script that got in would be: what a driver runs may stand outside the page's policy.
// Each asks the place that `data-other` names for its own name; `told` says what came of it.
(() => {
  const { other } = document.currentScript.dataset;
  const told = (window.told = { tried: [], stopped: {}, ran: [], absent: [], done: false });
  const stop = (name, why) => (told.stopped[name] ??= String(why));

  const make = (tag, attributes = {}, place = document.body) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    place.append(made);
    return made;
  };
  const failed = (made) => new Promise((_, fail) => made.addEventListener('error', () => fail('error')));
  const link = (rel, more) => (href) => failed(make('link', { rel, href, ...more }, document.head));
  const load = (tag, attribute, more) => (url) => failed(make(tag, { [attribute]: url, ...more }));
  const inSvg = (tag, attribute) => (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const inside = document.createElementNS('http://www.w3.org/2000/svg', tag);
    inside.setAttribute(attribute, url);
    svg.append(inside);
    document.body.append(svg);
    return failed(inside);
  };
  // Into a frame of its own, so that the page stays where it is.
  const form = (method) => (url) => {
    make('iframe', { name: `sink-${method}` });
    make('form', { method, action: url, target: `sink-${method}` }).submit();
  };
  const sheet = (rules) => {
    const made = new CSSStyleSheet();
    made.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  };

  const WAYS = {
    'fetch': (url) => fetch(url),
    'fetch-no-cors': (url) => fetch(url, { mode: 'no-cors' }),
    'fetch-keepalive': (url) => fetch(url, { mode: 'no-cors', keepalive: true }),
    'fetch-later': (url) => window.fetchLater ? void fetchLater(url, { activateAfter: 0 }) : null,
    'xhr': (url) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
      return failed(request);
    },
    'web-socket': (url) => failed(new WebSocket(url.replace('http', 'ws'))),
    'event-source': (url) => failed(new EventSource(url)),
    'web-transport': (url) =>
      window.WebTransport ? new WebTransport(url.replace('http', 'https')).ready : null,
    'beacon': (url) => (navigator.sendBeacon(url, 'words') ? undefined : Promise.reject('refused')),
    'ping': (url) => make('a', { ping: url, href: '#/help' }).click(),
    'image': load('img', 'src'),
    'image-set': load('img', 'srcset'),
    'image-in-svg': inSvg('image', 'href'),
    'use-in-svg': inSvg('use', 'href'),
    'image-button': load('input', 'src', { type: 'image' }),
    'image-in-css': (url) => void (make('p').style.backgroundImage = `url(${url})`),
    'mask-in-css': (url) => {
      const masked = make('p');
      masked.textContent = 'words';
      masked.style.maskImage = `url(${url})`;
    },
    'poster': (url) => void make('video', { poster: url }),
    'video': load('video', 'src', { preload: 'auto' }),
    'audio': load('audio', 'src', { preload: 'auto' }),
    'object': load('object', 'data'),
    'embed': load('embed', 'src'),
    'frame': load('iframe', 'src'),
    'script': load('script', 'src'),
    'module': (url) => import(url),
    'module-preload': link('modulepreload'),
    'worklet': (url) => new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url),
    'worker': (url) => failed(new Worker(url)),
    'shared-worker': (url) => window.SharedWorker ? failed(new SharedWorker(url)) : null,
    'style': link('stylesheet'),
    'font': (url) => new FontFace('other', `url(${url})`).load(),
    'font-in-css': (url) => {
      sheet(`@font-face { font-family: another; src: url(${url}) } .another { font-family: another }`);
      make('p', { class: 'another' }).textContent = 'words';
    },
    'preload': link('preload', { as: 'image' }),
    'preload-fetch': link('preload', { as: 'fetch', crossorigin: '' }),
    'prefetch': link('prefetch'),
    'form': form('get'),
    'form-post': form('post'),
    'icon': link('icon'),
  };

  // What becomes a program or a style of the page. Each says so by its name in `ran`.
  const code = (name) => `window.told.ran.push('${name}')`;
  const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const asData = (text) => `data:text/javascript,${encodeURIComponent(text)}`;
  const inside = (text) => `<script>parent.${text.replace('window.', '')}</` + 'script>';
  const WORDS = {
    'eval': () => (0, eval)(code('eval')),
    'new-function': () => new Function(code('new-function'))(),
    'timer-of-words': () => void setTimeout(code('timer-of-words')),
    'inline-script': () => void (make('script').textContent = code('inline-script')),
    'inline-handler': () => make('button', { onclick: code('inline-handler') }).click(),
    'javascript-link': () => make('a', { href: `javascript:${code('javascript-link')}` }).click(),
    'blob-script': () => failed(make('script', { src: blob(code('blob-script')) })),
    'data-script': () => failed(make('script', { src: asData(code('data-script')) })),
    'data-module': () => import(asData(code('data-module'))),
    'page-in-an-attribute': () =>
      make('iframe', { srcdoc: inside(code('page-in-an-attribute')) }).addEventListener('load', () => {
        if (!told.ran.includes('page-in-an-attribute')) stop('page-in-an-attribute', 'its script did not run');
      }),
    'blob-worker': () => {
      const worker = new Worker(blob('postMessage(1)'));
      worker.onmessage = () => told.ran.push('blob-worker');
      return failed(worker);
    },
    'style-attribute': () => {
      if (getComputedStyle(make('p', { style: 'z-index: 77' })).zIndex === '77') told.ran.push('style-attribute');
    },
    'inline-style': () => {
      make('style').textContent = '.inline-style { z-index: 78 }';
      if (getComputedStyle(make('p', { class: 'inline-style' })).zIndex === '78') told.ran.push('inline-style');
    },
    'speculation': (url) => {
      if (!HTMLScriptElement.supports?.('speculationrules')) return null;
      const rules = { prefetch: [{ urls: [url], eagerness: 'immediate' }] };
      make('script', { type: 'speculationrules' }).textContent = JSON.stringify(rules);
    },
    'base': () => {
      make('base', { href: `${other}/base/` }, document.head);
      if (document.baseURI.startsWith(other)) told.ran.push('base');
    },
  };

  // Of these a policy tells only where they would have been from.
  const NAMELESS = { 'frame-src': ['frame'], 'object-src': ['object', 'embed'], 'base-uri': ['base'] };
  let now = null; // of words it tells no address at all
  addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    const url = URL.canParse(blockedURI) ? new URL(blockedURI) : null;
    const name = url?.pathname.slice(1);
    if (Object.hasOwn(WAYS, name)) stop(name, effectiveDirective);
    else if (url?.origin === other) NAMELESS[effectiveDirective]?.forEach((one) => stop(one, effectiveDirective));
    else if (now) stop(now, effectiveDirective);
  });
  const attempt = (name, way) => {
    told.tried.push(name);
    try {
      const end = way(`${other}/${name}`);
      if (end === null) told.absent.push(name);
      end?.catch?.((error) => stop(name, error));
    } catch (error) {
      stop(name, error);
    }
  };
  const tryAll = async () => {
    for (const [name, way] of Object.entries(WAYS)) attempt(name, way);
    for (const [name, words] of Object.entries(WORDS)) {
      now = name;
      attempt(name, words);
      // Until it is known what came of it, so that a broken policy is put down to the right one.
      const patience = performance.now() + 3000;
      const isKnown = () => told.stopped[name] || told.ran.includes(name) || told.absent.includes(name);
      while (!isKnown() && performance.now() < patience)
        await new Promise((done) => setTimeout(done, 10));
    }
    now = null;
  };
  tryAll().then(() => (told.done = true));
})();
