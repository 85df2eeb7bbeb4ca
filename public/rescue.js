// What is kept on this device, shown without the app, and handed over as a file that the app opens. Its sentences stand
// in rescue.html. In the language of 2009, as rescue-kept.js, which reads.
(function () {
  'use strict';
  var root = document.documentElement;
  if (root.hasAttribute('data-framed') || root.hasAttribute('data-left')) return;

  var DAYS_AT_ONCE = 60;
  var WAYS = { connect: 'Connect', active: 'Be active', notice: 'Take notice', learn: 'Keep learning', give: 'Give' };
  var CHECKUP = {
    satisfied: 'Satisfied with life',
    worthwhile: 'Worthwhile',
    happy: 'Happy the day before',
    anxious: 'Anxious the day before',
    where: 'Where I live',
    learning: 'Learning',
    work: 'Work or how I spend my days',
    people: 'Family and people',
    community: 'Community and belonging',
    health: 'Health and wellbeing',
    helped: 'What helped',
    hindered: 'What got in the way',
    next: 'What I want next',
    support: 'More support'
  };
  var ANSWERS = {
    'really-hard': 'Really hard', hard: 'Hard', between: 'In between', ok: 'OK', good: 'Good', 'not-for-me': 'Not for me',
    no: 'No', maybe: 'Maybe', yes: 'Yes', today: 'Yes, today'
  };
  var MOODS = { hard: 'Hard', low: 'Low', between: 'In between', good: 'Good', great: 'Great' };
  var MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  var WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

  // ---- Files ---------------------------------------------------------------------------------

  // src/exchange/backup.rs reads it. The records stand as they are stored.
  function copyOf(records, made) {
    var place = function (key) {
      var kind = kept.KINDS.indexOf(key.split('/')[0]);
      return (kind < 0 ? kept.KINDS.length : kind) + key;
    };
    var keys = Object.keys(records).sort(function (one, other) { return place(one) < place(other) ? -1 : 1; });
    var texts = keys.map(function (key) { return records[key].text; });
    return kept.withSum('{"app":"waymark","format":1,"made":"' + made + '","records":[' +
      (texts.length ? '\n' : '') + texts.join(',\n') + '\n]}');
  }

  // The same of a locked diary: src/exchange/sealed/copy.rs reads it. Nothing is opened here.
  function lockedCopyOf(found, made) {
    return kept.withSum('{"app":"waymark","format":2,"lock":' + found.lock + ',"made":"' + made + '","sealed":' +
      JSON.stringify(found.sealed) + '}');
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
        var body = kept.isObject(one[1].items[id]) && one[1].items[id].d;
        if (one[1].items[id].del === true || !kept.isObject(body)) return;
        var goal = goals[id] || {};
        if (!withRecovery && (body.recovery || goal.recovery)) return (hidden[one[0] + id] = true);
        var entry = { words: words(body.words) || words(goal.words) || 'A goal', ways: sayWays(body.ways), notes: [] };
        entries[one[0] + id] = entry;
        on(one[0]).entries.push(entry);
      });
    });
    bodies(records, 'note', true).forEach(function (one) {
      // One of a start date stands with that.
      if (one[0].indexOf('.') > 0) return;
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

  // Since when, and until when, with its notes.
  function drawStarts(records, withRecovery) {
    var notes = bodies(records, 'note', true);
    var starts = bodies(records, 'since', true).filter(function (one) { return withRecovery && !one[1].hidden; });
    drawList('starts', starts.map(function (one) {
      var own = notes.filter(function (note) { return note[0].indexOf(one[0] + '.') === 0; });
      var texts = own.map(function (note) { return words(note[1].text); });
      return [one[0], { words: one[1].label, note: texts.join('\n'), since: one[1].since, until: one[1].until }];
    }), function (start) {
      return say(start.since) + (start.until ? ' – ' + say(start.until) : '');
    });
  }

  // Each answer on a line of its own. Nothing is added up.
  function drawCheckUps(records) {
    drawList('checkups', bodies(records, 'checkup', true).map(function (one) {
      var lines = [];
      Object.keys(CHECKUP).forEach(function (name) {
        var answer = one[1][name];
        if (answer === undefined || answer === null || answer === '') return;
        if (typeof answer === 'number') answer = answer + ' (0 to 10)';
        lines.push(CHECKUP[name] + ': ' + (/^(helped|hindered|next)$/.test(name) ? answer : ANSWERS[answer] || answer));
      });
      return [one[0], { words: say(one[0]), note: lines.join('\n') }];
    }).reverse(), function () { return ''; });
  }

  function drawWeeks(records) {
    drawList('moods', bodies(records, 'mood', true).map(function (one) {
      return [one[0], { words: say(one[0]), note: MOODS[one[1].word] || words(one[1].word) }];
    }).reverse(), function () { return ''; });
    drawList('reviews', bodies(records, 'review', true).filter(function (one) {
      return one[1].went_well;
    }).map(function (one) {
      return [one[0], { words: 'Week of ' + say(one[0]), note: one[1].went_well }];
    }).reverse(), function () { return ''; });
  }

  // The lines of each list that the page has a place for.
  function drawLines(records) {
    var lines = bodies(records, 'line', true);
    var places = document.querySelectorAll('[id^="list-"]');
    for (var i = 0; i < places.length; i += 1) {
      drawList(places[i].id, inList(lines, places[i].id.slice(5)), function (line) {
        return [line.day ? say(line.day) : '', words(line.number)].filter(Boolean).join(', ');
      });
    }
  }

  function inList(lines, name) {
    return lines.filter(function (one) { return one[1].list === name; });
  }

  function draw(found, areBothRead) {
    // Left meanwhile: nothing of the person's may come into the page.
    if (root.hasAttribute('data-left')) return;
    show('looking', false);
    show('blocked', !found);
    show('one-place', found && !areBothRead);
    if (!found) return;
    if (found.lock !== null) return offerLocked(found);
    var settings = found.records.settings && found.records.settings.record.d;
    var withRecovery = !!settings && settings.recovery === true;
    byId('unread-many').querySelector('.count').textContent = found.unread;
    show('unread-one', found.unread === 1);
    show('unread-many', found.unread > 1);

    var old = byId('days').querySelectorAll('.card');
    for (var i = 0; i < old.length; i += 1) old[i].parentNode.removeChild(old[i]);
    drawDays(daysOf(found.records, withRecovery));
    drawList('goals', bodies(found.records, 'goal', withRecovery), function (goal) { return sayWays(goal.ways); });
    drawList('milestones', bodies(found.records, 'milestone', withRecovery), function (milestone) {
      return say(milestone.when || milestone.marked);
    });
    drawStarts(found.records, withRecovery);
    drawWeeks(found.records);
    drawCheckUps(found.records);
    drawLines(found.records);
    drawList('ideas', bodies(found.records, 'idea', withRecovery), function (idea) { return WAYS[idea.way]; });
    offerFiles(found);
  }

  function offerLocked(found) {
    show('locked', true);
    show('anyone', false);
    show('saving', !!found.lock);
    byId('save-copy').onclick = function () {
      hand('diary-' + today() + '.json', 'application/json', lockedCopyOf(found, today()));
    };
  }

  function offerFiles(found) {
    var some = Object.keys(found.records).length > 0;
    var more = Object.keys(found.rest).length > 0;
    show('nothing', !some && !more);
    show('saving', some || more);
    show('save-copy', some);
    show('rest', more);
    show('save-rest', more);
    byId('save-copy').onclick = function () {
      hand('diary-' + today() + '.json', 'application/json', copyOf(found.records, today()));
    };
    byId('save-rest').onclick = function () {
      hand('unread-' + today() + '.txt', 'text/plain', textOf(found.rest));
    };
  }

  show('looking', true);
  kept.read(draw);
})();
