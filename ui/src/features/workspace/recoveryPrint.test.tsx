import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { RecoverySheet } from "./RecoverySheet";

it("the sheet is printed with its key, before there is a frame and from a field", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => {});
  const groups = ["K7QD", "4XW2", "9MPA", "TR6H", "VE3N", "Z8CJ", "5GBY", "H2KF"];
  const { unmount } = show(<RecoverySheet groups={groups} folder="/d" onDone={async () => {}} />);
  await userEvent.keyboard("{Control>}p{/Control}");
  expect(print).toHaveBeenCalledTimes(1);
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Control>}p{/Control}");
  expect(print).toHaveBeenCalledTimes(2);
  unmount();
  await userEvent.keyboard("{Control>}p{/Control}");
  expect(print).toHaveBeenCalledTimes(2);
});
