// What a person finds on the page: things by their names, and words. Runs before each verb.
const page = (() => {
  const squash = (text) => text.replace(/\s+/g, " ").trim();
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const style = (element) => getComputedStyle(element);

  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) ||
    (style(element).display === "contents" && shown(element.parentElement));

  // `spoken`: as assistive technology has it; otherwise as the eye has it.
  const words = (node, spoken) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || !shown(node)) return "";
    if (node.matches("br")) return " ";
    if (node.matches("select")) return spoken ? "" : ` ${node.selectedOptions[0]?.label ?? ""} `;
    if (node.matches("textarea")) return "";
    if (spoken) {
      if (node.ariaHidden === "true") return "";
      const label = node.getAttribute("aria-label") ?? node.getAttribute("alt");
      if (label) return ` ${label} `;
    }
    const inner = [...node.childNodes].map((child) => words(child, spoken)).join("");
    return style(node).display === "inline" ? inner : ` ${inner} `;
  };
  const said = (element) => squash(words(element, true));

  const FROM_CONTENT = `button, a, summary, label, option, [role=button], [role=link], [role=tab],
    [role=menuitem], [role=option], [role=radio], [role=checkbox], [role=switch]`;

  const name = (element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const labels = ids.map((id) => document.getElementById(id)?.textContent ?? "");
    if (labels.length) return squash(labels.join(" "));
    const label = element.getAttribute("aria-label");
    if (label) return squash(label);
    if (element.labels?.length) return squash([...element.labels].map(said).join(" "));
    if (element.matches("option")) return squash(element.label);
    if (element.matches("fieldset, details")) {
      const title = element.querySelector(":scope > legend, :scope > summary");
      if (title) return said(title);
    }
    if (element.matches("input[type=button], input[type=submit], input[type=reset]"))
      return squash(element.value);
    const content = element.matches(FROM_CONTENT) ? said(element) : "";
    return content || squash(element.getAttribute("title") ?? "");
  };

  const KINDS = {
    "button or link": `button, a[href], summary, input[type=button], input[type=submit],
      input[type=reset], [role=button], [role=link], [role=tab], [role=menuitem], [role=option]`,
    field: `textarea, [contenteditable=true], [contenteditable=plaintext-only], select,
      input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset],
      [type=file], [type=hidden])`,
    choice: "input[type=radio], [role=radio], option",
    tick: "input[type=checkbox], [role=checkbox], [role=switch], button[aria-pressed]",
    "file field": "input[type=file]",
  };

  // A modal dialog makes everything beneath it inert.
  const root = () => all("dialog:modal", document).at(-1) ?? document.body;

  const reachable = (element) =>
    shown(element.matches("option") ? element.closest("select") : element) &&
    !element.closest("[inert], [aria-hidden=true]");

  const REGIONS = `main, nav, header, footer, aside, section, article, form, fieldset, dialog,
    details, figure, table, ul, ol, li, tr, [role=region], [role=group], [role=note], [role=radiogroup],
    [role=list], [role=listitem], [role=row], [role=dialog], [role=tabpanel]`;
  const TITLES = "h1, h2, h3, h4, h5, h6, [role=heading], legend, summary, caption";
  const TITLED = "section, article, aside, nav, main, form, fieldset, details, dialog, li, table";

  // A region is known by its own name, else by a heading in it, else, in a list, by its words.
  const region = (wanted) => {
    const top = root();
    const is = (element) => reachable(element) && said(element) === wanted;
    const around = (selector) => (element) => element.closest(selector) ?? top;
    const ways = [
      () => [top, ...all(REGIONS, top)].filter((one) => reachable(one) && name(one) === wanted),
      () => all(TITLES, top).filter(is).map(around(TITLED)),
      () => all("li *, tr *, article *", top).filter(is).map(around("li, tr, article")),
    ];
    for (const way of ways) {
      const found = [...new Set(way())];
      if (found.length > 1) return { problem: `${found.length} regions are called "${wanted}"` };
      if (found.length) return found[0];
    }
    return { problem: `no region is called "${wanted}"` };
  };

  const scope = (wanted) => (wanted === null ? root() : region(wanted));

  const find = (kind, wanted, within) => {
    const place = scope(within);
    if (place.problem) return place;
    const found = all(KINDS[kind], place).filter(
      (one) => (kind === "file field" || reachable(one)) && name(one) === wanted,
    );
    const where = within === null ? "on the page" : `in "${within}"`;
    if (!found.length) return { problem: `no ${kind} is called "${wanted}" ${where}` };
    if (found.length > 1)
      return { problem: `${found.length} of kind ${kind} are called "${wanted}" ${where}` };
    if (found[0].matches(":disabled, [aria-disabled=true]"))
      return { problem: `the ${kind} "${wanted}" ${where} is disabled` };
    return found[0];
  };

  // A control that is drawn by its label is tapped there, as a finger would.
  const target = (kind, wanted, within) => {
    const found = find(kind, wanted, within);
    if (found.problem) return found;
    const { width, height } = found.getBoundingClientRect();
    const drawn = width > 8 && height > 8 && style(found).opacity !== "0";
    const finger = drawn || kind === "file field" ? found : (found.labels?.[0] ?? found);
    finger.scrollIntoView({ block: "center", behavior: "instant" });
    // A list takes the taps on its options itself.
    window.tapHasArrived = finger.matches("option");
    const arrive = () => (window.tapHasArrived = true);
    finger.addEventListener("click", arrive, { capture: true, once: true });
    return finger;
  };

  const isOn = (kind, wanted, within) => {
    const found = find(kind, wanted, within);
    if (found.problem) return found;
    const state = found.getAttribute("aria-pressed") ?? found.getAttribute("aria-checked");
    return state ? state === "true" : (found.checked ?? found.selected);
  };

  const value = (wanted, within) => {
    const found = find("field", wanted, within);
    return found.problem ? found : { value: found.value ?? found.innerText };
  };

  // As a browser's own picker would, where typing depends on the language of the machine.
  const pick = (field, text) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    field.focus();
    set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const select = (field) => {
    field.focus();
    if (field.select) field.select();
    else getSelection().selectAllChildren(field);
  };

  const paste = (field, text) => {
    select(field);
    document.execCommand(text ? "insertText" : "delete", false, text);
  };

  const text = (within) => {
    const place = within === null ? document.body : region(within);
    return place.problem ? place : { text: squash(words(place, false)) };
  };

  const spokenTexts = (selector) => all(selector, document.body).filter(shown).map(said);
  const headings = () => spokenTexts("h1");
  const status = () => spokenTexts("[role=status], [aria-live]:not([aria-live=off]), output");

  const focus = () => {
    const element = document.activeElement;
    return element && element !== document.body ? name(element) || said(element) : "";
  };

  // Every name of a kind, in the order of the page.
  const names = (kind, within) => {
    const place = scope(within);
    return place.problem ? place : all(KINDS[kind], place).filter(reachable).map(name);
  };

  const links = (within) => {
    const place = scope(within);
    if (place.problem) return place;
    const of = (link) =>
      ({ name: name(link), href: link.getAttribute("href"), rel: link.rel, target: link.target });
    return all("a[href]", place).filter(reachable).map(of);
  };

  const inventory = () => {
    const list = (title, items) => `\n  ${title}: ${items.map((one) => `"${one}"`).join(", ")}`;
    const named = (kind) => all(KINDS[kind], root()).filter(reachable).map(name).slice(0, 60);
    const kinds = Object.keys(KINDS).map((kind) => list(`${kind}s`, named(kind)));
    const read = list("reads", [text(null).text.slice(0, 600)]);
    return [list("at", [location.href]), list("heading", headings()), ...kinds,
      list("status", status()), read].join("");
  };

  return {
    target, isOn, value, pick, select, paste, text, headings, status, focus, names, links, inventory,
  };
})();
