/** A text whose important part is in bold: the catalogue writes `<b>…</b>`, nothing else is understood. */
export function Rich({ text }: { text: string }) {
  let offset = 0;
  return text.split(/<b>(.*?)<\/b>/s).map((part, index) => {
    const key = offset;
    offset += part.length;
    return index % 2 === 1 ? <b key={key}>{part}</b> : part;
  });
}
