import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { speak } from "@/i18n";
import { ask, DeskError } from "./ask";
import { forget, heed, read } from "./queries";
import { sayError, sayReason } from "./say";

const refusal = { code: "workspace.in_use", params: {}, retryable: true, ref: "a1" };

describe("an answer of the core", () => {
  it("is its data", async () => {
    expect(await ask(Promise.resolve({ status: "ok", data: 7 }))).toBe(7);
  });
  it("that is a refusal is thrown with its code", async () => {
    const thrown = await ask(Promise.resolve({ status: "error", error: refusal })).catch((error) => error);
    expect(thrown).toBeInstanceOf(DeskError);
    expect(thrown).toMatchObject({ code: "workspace.in_use", retryable: true, reference: "a1" });
  });
});

describe("a refusal", () => {
  it("says what happened, what was not done and the next step, in the language in use", () => {
    expect(sayError(new DeskError(refusal))).toMatch(/already open elsewhere.*Nothing was opened.*try again/);
    speak("fr");
    expect(sayError(new DeskError(refusal))).toMatch(/déjà ouvert ailleurs.*Rien n’a été ouvert/);
    speak("en");
  });
  it("nobody foresaw still says that nothing was changed, with its code", () => {
    expect(sayError(new DeskError({ ...refusal, code: "moon.full" }))).toMatch(
      /moon\.full.*Nothing was changed/,
    );
    expect(sayReason({ code: "moon.full", params: {} })).toContain("moon.full");
  });
});

describe("a commit", () => {
  it("asks again only what its tags touch", async () => {
    const client = new QueryClient();
    const people = vi.fn().mockResolvedValue({ status: "ok", data: 1 });
    const settings = vi.fn().mockResolvedValue({ status: "ok", data: 2 });
    const stops = [
      new QueryObserver(client, read(["people"], ["people"], people)).subscribe(() => {}),
      new QueryObserver(client, read(["settings"], ["settings"], settings)).subscribe(() => {}),
    ];
    await vi.waitFor(() => expect(client.getQueryData(["people"])).toBe(1));
    forget(client, ["people", "history"]);
    await vi.waitFor(() => expect(people).toHaveBeenCalledTimes(2));
    expect(settings).toHaveBeenCalledTimes(1);
    for (const stop of stops) stop();
  });

  it("that the window was too slow to hear makes it ask everything again", async () => {
    const client = new QueryClient();
    const people = vi.fn().mockResolvedValue({ status: "ok", data: 1 });
    const settings = vi.fn().mockResolvedValue({ status: "ok", data: 2 });
    const stops = [
      new QueryObserver(client, read(["people"], ["people"], people)).subscribe(() => {}),
      new QueryObserver(client, read(["settings"], ["settings"], settings)).subscribe(() => {}),
    ];
    await vi.waitFor(() => expect(client.getQueryData(["settings"])).toBe(2));
    heed(client, { all: true, tags: [] });
    await vi.waitFor(() => expect(settings).toHaveBeenCalledTimes(2));
    expect(people).toHaveBeenCalledTimes(2);
    heed(client, { tags: [] });
    expect(people).toHaveBeenCalledTimes(2);
    for (const stop of stops) stop();
  });
});
