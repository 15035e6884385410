/** jsdom lays nothing out: lists are told how large they are, so that they draw what would be seen of them. */
export function giveLayout(width = 800, height = 600): void {
  Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, value: width });
  Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, value: height });
  Object.defineProperty(window, "innerWidth", { configurable: true, value: 1440 });
  Element.prototype.scrollTo ??= () => {};
}
