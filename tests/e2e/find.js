// Body of a function called with (kind, what, name): the elements that can be seen, in the order of the page.
const [kind, what, name] = arguments;

// The elements that have a role without saying so (https://www.w3.org/TR/html-aria/), as far as the desk uses them.
const native = {
  button: "button, input[type=button], input[type=submit], summary",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  dialog: "dialog",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img, svg[aria-label]",
  link: "a[href]",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  progressbar: "progress",
  radio: "input[type=radio]",
  row: "tr",
  table: "table",
  textbox: "textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=tel], input[type=password]",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
};

const plain = (text) => (text ?? "").replace(/\s+/gu, " ").trim();

// The name a screen reader would say (https://www.w3.org/TR/accname/, without its rarer branches).
function nameOf(element) {
  const labelled = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter(Boolean);
  const named = labelled.map((id) => document.getElementById(id)?.textContent).join(" ");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const texts = [named, element.getAttribute("aria-label"), labels, element.getAttribute("alt"), element.innerText];
  return plain(texts.find((text) => plain(text)) ?? element.title ?? element.getAttribute("placeholder"))
    || plain(element.title) || plain(element.getAttribute("placeholder"));
}

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && element.getClientRects().length > 0
    && !element.closest("[aria-hidden=true], [inert]");
}

function candidates() {
  switch (kind) {
    case "testid":
      return document.querySelectorAll(`[data-testid="${CSS.escape(what)}"]`);
    case "css":
      return document.querySelectorAll(what);
    case "role": {
      const own = native[what] ? `, :is(${native[what]}):not([role])` : "";
      const named = document.querySelectorAll(`[role="${CSS.escape(what)}"]${own}`);
      return [...named].filter((element) => nameOf(element).startsWith(plain(name)));
    }
    default: {
      const holds = (element) => plain(element.textContent).includes(plain(what));
      return [...document.body.querySelectorAll("*")].filter((element) => holds(element) && ![...element.children].some(holds));
    }
  }
}

return [...candidates()].filter(isShown);
