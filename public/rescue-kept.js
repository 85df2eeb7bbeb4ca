// What is kept on this device, read without the app: `kept.read` gives it to rescue.js. Never writes. In the language of
// 2009, for browsers that cannot run the app.
//
// The forms and rules are those of src/platform/storage (where), src/store/boot.rs (which counts) and
// src/domain/record.rs and merge.rs (what).
var kept = (function () {
  'use strict';
  var VERSION = 1; // of the stored forms: the newest that can be read here
  var PATIENCE = 3000; // milliseconds for the second place to answer
  var FEW_WIPES = 16; // a number further ahead is damage, not wipes
  var KINDS = ['checkup', 'day', 'goal', 'idea', 'line', 'milestone', 'mood', 'note', 'review', 'service', 'settings', 'since']; // in the order of a copy
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
      return { generation: counts, texts: texts, holdsOlder: found.some(function (one) { return one.of < counts; }) };
    } catch (e) {
      return null;
    }
  }

  function readVault(done) {
    var nothing = { generation: null, texts: Object.create(null) };
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
            done({ generation: generation(texts.gen), texts: texts });
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
    var both = [mirror.texts, vault.texts];
    // A number that is missing or far from the other is damage, and deletes nothing.
    if (mine === null || stored === null || Math.abs(mine - stored) > FEW_WIPES) return both;
    if (stored > mine) return [vault.texts];
    return stored === mine || mirror.holdsOlder ? both : [mirror.texts];
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
    var all = { records: Object.create(null), rest: Object.create(null), unread: 0, sealed: Object.create(null), locks: [] };
    var damaged = Object.create(null);
    var take = function (key, text) {
      if (key === 'pending') {
        // Records that were being written together when the app was stopped.
        var parts = text.split('\u001e');
        for (var i = 0; i + 1 < parts.length; i += 2) take(parts[i], parts[i + 1]);
      } else if (/^(aside|mended|draft)\//.test(key)) {
        all.rest[key] = text;
      } else if (/^s\//.test(key)) {
        all.sealed[key] = text;
      } else if (/^lock2?$/.test(key)) {
        all.locks.push(text);
      } else if (!/^(gen|meta|ballast)$/.test(key)) {
        var found = parse(key, text);
        if (!found) damaged[key + ' ' + sumOf(text.replace(/^\{/, ''))] = { key: key, text: text };
        else all.records[key] = all.records[key] ? merge(all.records[key], found) : found;
      }
    };
    places.forEach(function (texts) {
      Object.keys(texts).forEach(function (key) { take(key, texts[key]); });
    });
    Object.keys(damaged).forEach(function (name) {
      var one = damaged[name];
      var place = all.records[one.key] ? 'mended/' : 'aside/';
      // The app sets it aside under this name: the same text counts once.
      all.rest[place + sumOf(one.text.replace(/^\{/, '')) + '/' + one.key] = one.text;
    });
    Object.keys(all.rest).forEach(function (key) { all.unread += key.indexOf('aside/') === 0 ? 1 : 0; });
    return all;
  }

  // What the diary is locked with, as its text; null when it is not. A lock in the first place alone was about to be set.
  function lockOf(locks, mirror, vault) {
    var decides = vault && Object.keys(vault.texts).length ? vault : mirror;
    if (!decides || !('lock' in decides.texts || 'lock2' in decides.texts)) return null;
    var newest = '';
    locks.forEach(function (text) {
      if (withSum('{' + text.slice(18)) !== text) return;
      if (!newest || JSON.parse(text).generation > JSON.parse(newest).generation) newest = text;
    });
    return newest;
  }

  // Gives `show` what is kept, and which of the two places could be read; once more when the second one was late.
  function read(show) {
    var mirror = readMirror();
    var give = function (vault) {
      var some = mirror || vault;
      var found = some ? gather(textsOf(mirror, vault)) : null;
      if (found) found.lock = lockOf(found.locks, mirror, vault);
      show(found, !!mirror === !!vault);
    };
    var late = setTimeout(give, PATIENCE, null);
    readVault(function (vault) {
      clearTimeout(late);
      give(vault);
    });
  }

  return { KINDS: KINDS, isObject: isObject, read: read, withSum: withSum };
})();
