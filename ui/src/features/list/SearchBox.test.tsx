import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { expect, test } from "vitest";
import { DesignProviders } from "@/design/Providers";
import { SearchBox } from "./SearchBox";

function List() {
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  return (
    <DesignProviders>
      <SearchBox inputRef={box} initial={words} onSearch={setWords} />
      <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => setWords("zoe")}>
        back
      </button>
    </DesignProviders>
  );
}

const box = () => screen.getByRole<HTMLInputElement>("searchbox");

test("keeps what is being typed, and shows what is asked from elsewhere although it is in focus", async () => {
  render(<List />);
  await userEvent.type(box(), "camille");
  expect(box()).toHaveValue("camille");
  await new Promise((done) => setTimeout(done, 100));
  expect(box()).toHaveValue("camille");
  await userEvent.click(screen.getByText("back"));
  expect(box()).toHaveFocus();
  expect(box()).toHaveValue("zoe");
});
