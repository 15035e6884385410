import type { ICellRendererComp, IHeaderComp } from "ag-grid-community";
import { type ComponentType, createElement } from "react";
import { createRoot, type Root } from "react-dom/client";

/** A piece that React draws inside a grid: heads and wide rows, of which there are few. */
export function reactPiece<Params extends object>(Piece: ComponentType<Params>) {
  return class implements Pick<ICellRendererComp & IHeaderComp, "getGui" | "destroy"> {
    #place = document.createElement("div");
    #root: Root = createRoot(this.#place);

    init(params: Params): void {
      this.#place.style.display = "contents";
      this.#root.render(createElement(Piece, params));
    }

    getGui(): HTMLElement {
      return this.#place;
    }

    refresh(params: Params): boolean {
      this.#root.render(createElement(Piece, params));
      return true;
    }

    destroy(): void {
      // The grid may be going because React is taking down what is around it, and React does one thing at a time.
      queueMicrotask(() => this.#root.unmount());
    }
  };
}
