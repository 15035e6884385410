import { Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

const SVG = "http://www.w3.org/2000/svg";

/** The cell of a grid as plain elements: a list draws hundreds of cells anew at each key, more than React does between two frames. */
export function plain<Params>(cell: (params: Params) => ReactNode): (params: Params) => Node {
  return (params) => draw(cell(params));
}

/** Draws a piece of the look once, without React: the piece and all it is made of use no hooks, and listen to nothing. */
export function draw(piece: ReactNode): Node {
  const nodes = nodesOf(piece, false);
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  const several = document.createElement("span");
  several.append(...nodes);
  return several;
}

function nodesOf(piece: ReactNode, svg: boolean): Node[] {
  if (Array.isArray(piece)) return piece.flatMap((one: ReactNode) => nodesOf(one, svg));
  if (typeof piece === "string" || typeof piece === "number") return [document.createTextNode(String(piece))];
  if (!isValidElement(piece)) return [];
  const { type, props } = piece as ReactElement<Record<string, unknown>>;
  if (type === Fragment) return nodesOf(props.children as ReactNode, svg);
  if (typeof type === "function") return nodesOf((type as (props: unknown) => ReactNode)(props), svg);
  if (typeof type !== "string") throw new Error("only pieces without hooks are drawn without React");
  const inside = svg || type === "svg";
  const element = inside ? document.createElementNS(SVG, type) : document.createElement(type);
  for (const [name, value] of Object.entries(props)) write(element, name, value);
  element.append(...nodesOf(props.children as ReactNode, inside));
  return [element];
}

function write(element: Element, name: string, value: unknown): void {
  if (name === "children" || value === undefined || value === null || value === false) return;
  element.setAttribute(attributeOf(name), String(value));
}

function attributeOf(name: string): string {
  if (name === "className") return "class";
  return name === "viewBox" ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
