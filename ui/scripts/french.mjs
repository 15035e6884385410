const NARROW = "\u202F";
const WIDE = "\u00A0";

/**
 * French spaces: narrow no-break before `; ! ?`, no-break before `:` and inside « ».
 * Plural and select forms of ICU are left alone: they have no space before their punctuation.
 * @param {string} text
 * @returns {string}
 */
export function frenchSpaces(text) {
  return text
    .replace(/[ \u00A0\u202F]([;!?])/g, `${NARROW}$1`)
    .replace(/[ \u202F]:/g, `${WIDE}:`)
    .replace(/«[ \u00A0\u202F]?/g, `«${WIDE}`)
    .replace(/[ \u00A0\u202F]?»/g, `${WIDE}»`);
}

/**
 * Typographic apostrophe in both languages; a straight one would also start a quotation in ICU.
 * @param {string} text
 * @returns {string}
 */
export function apostrophes(text) {
  return text.replace(/'/g, "’");
}
