// What is kept on this device, without the app: reads both places itself, shows what can be read, and hands it over
// as a file that the app opens. It never writes. In the language of 2009, for browsers that cannot run the app.
//
// The forms and rules are those of src/platform/storage (where), src/state/boot.rs (which counts),
// src/domain/record.rs and merge.rs (what) and src/exchange/backup.rs (the file). All words stand in rescue.html.
(function () {
  'use strict';
  var root = document.documentElement;
  if (root.hasAttribute('data-framed') || root.hasAttribute('data-left')) return;

  var VERSION = 1; // of the stored forms: the newest that can be read here
  var PATIENCE = 3000; // milliseconds for the second place to answer
  var FEW_WIPES = 16; // a number further ahead is damage, not wipes
  var DAYS_AT_ONCE = 60;
  var KINDS = ['day', 'goal', 'idea', 'milestone', 'note', 'settings']; // in the order of a copy
  var WAYS = { connect: 'Connect', active: 'Be active', notice: 'Take notice', learn: 'Keep learning', give: 'Give' };
  var MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  var WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

  var prefix = 'wm:' + location.pathname.replace(/[^/]*$/, '') + ':';

  // ---- The two places ------------------------------------------------------------------------

  // A generation as it is stored; null when it is none.
  function generation(text) {
    return /^[0-9]+$/.test(text) && Number(text) <= 9007199254740991 ? Number(text) : null;
  }

  // Both places are read to { generation, texts }, or to null when the browser does not let us.
  function readMirror() {
    try {
      var noted = generation(localStorage.getItem(prefix + 'gen'));
      var found = [];
      var newest = null;
      for (var i = 0; i < localStorage.length; i += 1) {
        var full = localStorage.key(i);
        var slash = full.indexOf('/', prefix.length);
        var of = full.indexOf(prefix) === 0 && slash > 0 ? generation(full.slice(prefix.length, slash)) : null;
        if (of === null) continue;
        found.push({ of: of, key: full.slice(slash + 1), text: localStorage.getItem(full) });
        newest = Math.max(newest, of);
      }
      var texts = Object.create(null);
      var counts = noted === null ? newest : noted;
      found.forEach(function (one) { if (one.of === counts) texts[one.key] = one.text; });
      return { generation: counts || 0, texts: texts };
    } catch (e) {
      return null;
    }
  }

  function readVault(done) {
    var nothing = { generation: 0, texts: Object.create(null) };
    try {
      var isNew = false;
      var request = indexedDB.open(prefix);
      // There is none: looking must not make one.
      request.onupgradeneeded = function () {
        isNew = true;
        request.transaction.abort();
      };
      request.onerror = function (event) {
        event.preventDefault();
        done(isNew ? nothing : null);
      };
      request.onsuccess = function () {
        try {
          var database = request.result;
          var texts = Object.create(null);
          var cursor = database.transaction('records').objectStore('records').openCursor();
          cursor.onerror = function () { done(null); };
          cursor.onsuccess = function () {
            var at = cursor.result;
            if (at) {
              texts[at.key] = String(at.value);
              at['continue']();
              return;
            }
            database.close();
            done({ generation: generation(texts.gen) || 0, texts: texts });
          };
        } catch (e) {
          done(null);
        }
      };
    } catch (e) {
      done(null);
    }
  }

  // The texts that count: a wipe raises the number, and what is of an older one does not come back.
  function textsOf(mirror, vault) {
    if (!mirror || !vault) return [(mirror || vault).texts];
    var mine = mirror.generation;
    var stored = vault.generation;
    if (stored > mine) return [vault.texts];
    return stored === mine || mine > stored + FEW_WIPES ? [mirror.texts, vault.texts] : [mirror.texts];
  }

  // ---- Records -------------------------------------------------------------------------------

  // FNV-1a, 32 bits, over the bytes of the text; null for what has none.
  function sumOf(text) {
    try {
      var bytes = unescape(encodeURIComponent(text));
    } catch (e) {
      return null;
    }
    var sum = 0x811c9dc5;
    for (var i = 0; i < bytes.length; i += 1) {
      sum ^= bytes.charCodeAt(i);
      sum += (sum << 1) + (sum << 4) + (sum << 7) + (sum << 8) + (sum << 24);
      sum >>>= 0;
    }
    return ('0000000' + sum.toString(16)).slice(-8);
  }

  function withSum(text) {
    var body = text.replace(/^\{/, '');
    return '{"sum":"' + sumOf(body) + '",' + body;
  }

  function isObject(value) {
    return Object.prototype.toString.call(value) === '[object Object]';
  }

  function isStamp(value) {
    return Array.isArray(value) && value.length === 3 &&
      value.every(function (part) { return typeof part === 'number' && part >= 0 && part % 1 === 0; });
  }

  // The record in a text; null when it is damaged, belongs elsewhere or is from a newer version.
  function parse(key, text) {
    if (withSum('{' + text.slice(18)) !== text) return null;
    try {
      var record = JSON.parse(text);
    } catch (e) {
      return null;
    }
    var named = record.k === 'settings' ? record.k : record.k + '/' + record.id;
    if (named !== key || record.v !== VERSION || !isStamp(record.h)) return null;
    if (KINDS.indexOf(record.k) >= 0 && record.del !== true && !isObject(record.d)) return null;
    if (record.k === 'day' && !(isObject(record.d) && isObject(record.d.items))) return null;
    delete record.sum;
    return { record: record, text: text };
  }

  // JSON with its fields in order, as the app writes it.
  function write(value) {
    if (Array.isArray(value)) return '[' + value.map(write).join(',') + ']';
    if (!isObject(value)) return JSON.stringify(value);
    var fields = Object.keys(value).sort().map(function (name) {
      return JSON.stringify(name) + ':' + write(value[name]);
    });
    return '{' + fields.join(',') + '}';
  }

  // ---- Merging: the later stamp wins; of two alike, the larger text ---------------------------

  function isLater(stamp, other) {
    for (var i = 0; i < 3; i += 1) if (stamp[i] !== other[i]) return stamp[i] > other[i];
    return false;
  }

  function wins(one, other) {
    if (!isObject(one) || !isStamp(one.h)) return false;
    if (!isObject(other) || !isStamp(other.h)) return true;
    if (isLater(one.h, other.h) || isLater(other.h, one.h)) return isLater(one.h, other.h);
    return write(one) > write(other);
  }

  // The fields of both; where both have one, `isBetter` tells which.
  function union(mine, theirs, isBetter) {
    var both = Object.create(null);
    Object.keys(mine).forEach(function (name) { both[name] = mine[name]; });
    Object.keys(theirs).forEach(function (name) {
      if (!(name in both) || isBetter(theirs[name], both[name])) both[name] = theirs[name];
    });
    return both;
  }

  function isLargerText(one, other) {
    return write(one) > write(other);
  }

  // The entries of a day are merged one by one.
  function mergeDays(mine, theirs) {
    var day = union(mine, theirs, isLargerText);
    day.d = union(mine.d, theirs.d, isLargerText);
    day.d.items = union(mine.d.items, theirs.d.items, wins);
    day.h = [0, 0, 0];
    Object.keys(day.d.items).forEach(function (id) {
      var stamp = day.d.items[id].h;
      if (isStamp(stamp) && isLater(stamp, day.h)) day.h = stamp;
    });
    return { record: day, text: withSum(write(day)) };
  }

  function merge(mine, theirs) {
    if (mine.text === theirs.text) return mine;
    if (mine.record.k === 'day') return mergeDays(mine.record, theirs.record);
    return wins(theirs.record, mine.record) ? theirs : mine;
  }

  // Everything that is kept: records by their key; how many could be read in neither place; and all texts that are
  // no records, by a name of theirs.
  function gather(places) {
    var kept = { records: Object.create(null), rest: Object.create(null), unread: 0 };
    var damaged = Object.create(null);
    var take = function (key, text) {
      if (key === 'pending') {
        // Records that were being written together when the app was stopped.
        var parts = text.split('\u001e');
        for (var i = 0; i + 1 < parts.length; i += 2) take(parts[i], parts[i + 1]);
      } else if (/^(aside|mended|draft)\//.test(key)) {
        kept.rest[key] = text;
      } else if (!/^(gen|meta|ballast)$/.test(key)) {
        var found = parse(key, text);
        if (!found) damaged[key + ' ' + sumOf(text.replace(/^\{/, ''))] = { key: key, text: text };
        else kept.records[key] = kept.records[key] ? merge(kept.records[key], found) : found;
      }
    };
    places.forEach(function (texts) {
      Object.keys(texts).forEach(function (key) { take(key, texts[key]); });
    });
    Object.keys(damaged).forEach(function (name) {
      var one = damaged[name];
      var place = kept.records[one.key] ? 'mended/' : 'aside/';
      // The app sets it aside under this name: the same text counts once.
      kept.rest[place + sumOf(one.text.replace(/^\{/, '')) + '/' + one.key] = one.text;
    });
    Object.keys(kept.rest).forEach(function (key) { kept.unread += key.indexOf('aside/') === 0 ? 1 : 0; });
    return kept;
  }

  // ---- Files ---------------------------------------------------------------------------------

  // src/exchange/backup.rs reads it. The records stand as they are stored.
  function copyOf(records, made) {
    var place = function (key) {
      var kind = KINDS.indexOf(key.split('/')[0]);
      return (kind < 0 ? KINDS.length : kind) + key;
    };
    var keys = Object.keys(records).sort(function (one, other) { return place(one) < place(other) ? -1 : 1; });
    var texts = keys.map(function (key) { return records[key].text; });
    return withSum('{"app":"waymark","format":1,"made":"' + made + '","records":[' +
      (texts.length ? '\n' : '') + texts.join(',\n') + '\n]}');
  }

  function textOf(rest) {
    return Object.keys(rest).sort().map(function (key) { return key + '\n' + rest[key] + '\n'; }).join('\n');
  }

  function hand(name, type, text) {
    try {
      var link = document.createElement('a');
      var url = URL.createObjectURL(new Blob([text], { type: type }));
      link.href = url;
      link.download = name;
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      setTimeout(function () { URL.revokeObjectURL(url); }, 60000);
      show('handed-over', true);
    } catch (e) {
      show('no-file', true);
    }
  }

  function today() {
    var now = new Date();
    var two = function (number) { return ('0' + number).slice(-2); };
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  // ---- The page ------------------------------------------------------------------------------

  function byId(id) {
    return document.getElementById(id);
  }

  function show(id, isShown) {
    if (byId(id)) byId(id).hidden = !isShown;
  }

  // What a person wrote goes in as text, never as markup.
  function add(parent, name, words, style) {
    var child = document.createElement(name);
    if (words) child.textContent = words;
    if (style) child.className = style;
    return parent.appendChild(child);
  }

  function words(value) {
    return typeof value === 'string' ? value : '';
  }

  // "2026-11-21", "2026-11" or "2026" in words.
  function say(date) {
    var parts = words(date).split('-').map(Number);
    var month = MONTHS[parts[1] - 1];
    if (!month) return words(date);
    var weekday = WEEKDAYS[new Date(parts[0], parts[1] - 1, parts[2]).getDay()];
    return (parts[2] ? weekday + ' ' + parts[2] + ' ' : '') + month + ' ' + parts[0];
  }

  function sayWays(ways) {
    var names = Array.isArray(ways) ? ways.map(function (way) { return WAYS[way]; }) : [];
    return names.filter(Boolean).join(', ');
  }

  // The bodies of one kind that may be shown, as [id, body].
  function bodies(records, kind, withRecovery) {
    var found = [];
    Object.keys(records).sort().forEach(function (key) {
      var record = records[key].record;
      if (record.k !== kind || record.del === true) return;
      if (withRecovery || !record.d.recovery) found.push([record.id, record.d]);
    });
    return found;
  }

  // What was done and written on each day, by its date.
  function daysOf(records, withRecovery) {
    var days = Object.create(null);
    var entries = Object.create(null);
    var hidden = Object.create(null);
    var goals = Object.create(null);
    var on = function (date) { return (days[date] = days[date] || { entries: [], notes: [] }); };
    bodies(records, 'goal', true).forEach(function (one) { goals[one[0]] = one[1]; });
    bodies(records, 'day', true).forEach(function (one) {
      Object.keys(one[1].items).sort().forEach(function (id) {
        var body = isObject(one[1].items[id]) && one[1].items[id].d;
        if (one[1].items[id].del === true || !isObject(body)) return;
        var goal = goals[id] || {};
        if (!withRecovery && (body.recovery || goal.recovery)) return (hidden[one[0] + id] = true);
        var entry = { words: words(body.words) || words(goal.words) || 'A goal', ways: sayWays(body.ways), notes: [] };
        entries[one[0] + id] = entry;
        on(one[0]).entries.push(entry);
      });
    });
    bodies(records, 'note', true).forEach(function (one) {
      var of = words(one[1].day) + one[0];
      if (hidden[of] || !words(one[1].text)) return;
      (entries[of] || on(words(one[1].day))).notes.push(one[1].text);
    });
    return days;
  }

  function drawDay(list, date, day) {
    var card = add(list, 'div', '', 'card');
    add(card, 'h3', say(date));
    var lines = add(card, 'ul', '', 'list');
    day.entries.forEach(function (entry) {
      var line = add(lines, 'li', entry.words);
      if (entry.ways) add(line, 'small', entry.ways);
      entry.notes.forEach(function (note) { add(line, 'p', note, 'noted'); });
    });
    day.notes.forEach(function (note) { add(add(lines, 'li'), 'p', note, 'noted'); });
  }

  // Newest first, and no more at once than an old phone can draw.
  function drawDays(days) {
    var section = byId('days');
    var button = byId('more-days');
    var dates = Object.keys(days).sort().reverse();
    var more = function () {
      var list = document.createDocumentFragment();
      dates.splice(0, DAYS_AT_ONCE).forEach(function (date) { drawDay(list, date, days[date]); });
      section.insertBefore(list, button.parentNode);
      button.hidden = !dates.length;
    };
    button.onclick = more;
    section.hidden = !dates.length;
    more();
  }

  function drawList(id, found, describe) {
    show(id, found.length > 0);
    var list = byId(id).querySelector('ul');
    list.textContent = '';
    found.forEach(function (one) {
      var line = add(list, 'li', words(one[1].words));
      var more = describe(one[1]);
      if (more) add(line, 'small', more);
      if (words(one[1].note)) add(line, 'p', one[1].note, 'noted');
    });
  }

  function draw(mirror, vault) {
    // Left meanwhile: nothing of the person's may come into the page.
    if (root.hasAttribute('data-left')) return;
    show('looking', false);
    show('blocked', !mirror && !vault);
    show('one-place', !mirror !== !vault);
    if (!mirror && !vault) return;
    var kept = gather(textsOf(mirror, vault));
    var settings = kept.records.settings && kept.records.settings.record.d;
    var withRecovery = !!settings && settings.recovery === true;
    byId('unread-many').querySelector('.count').textContent = kept.unread;
    show('unread-one', kept.unread === 1);
    show('unread-many', kept.unread > 1);

    var old = byId('days').querySelectorAll('.card');
    for (var i = 0; i < old.length; i += 1) old[i].parentNode.removeChild(old[i]);
    drawDays(daysOf(kept.records, withRecovery));
    drawList('goals', bodies(kept.records, 'goal', withRecovery), function (goal) { return sayWays(goal.ways); });
    drawList('milestones', bodies(kept.records, 'milestone', withRecovery), function (milestone) {
      return say(milestone.when || milestone.marked);
    });
    drawList('ideas', bodies(kept.records, 'idea', withRecovery), function (idea) { return WAYS[idea.way]; });

    var some = Object.keys(kept.records).length > 0;
    var more = Object.keys(kept.rest).length > 0;
    show('nothing', !some && !more);
    show('saving', some || more);
    show('save-copy', some);
    show('rest', more);
    show('save-rest', more);
    byId('save-copy').onclick = function () {
      hand('diary-' + today() + '.json', 'application/json', copyOf(kept.records, today()));
    };
    byId('save-rest').onclick = function () {
      hand('unread-' + today() + '.txt', 'text/plain', textOf(kept.rest));
    };
  }

  show('looking', true);
  var mirror = readMirror();
  var late = setTimeout(function () { draw(mirror, null); }, PATIENCE);
  readVault(function (vault) {
    clearTimeout(late);
    draw(mirror, vault);
  });
})();
