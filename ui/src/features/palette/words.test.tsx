import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { speak, text, textIn } from "@/i18n";
import { openWindow } from "@/testing/window";
import { rank } from "./rank";
import { offeredCommands } from "./registry";

const asked = (words: string, locale: "en" | "fr") =>
  rank(words, offeredCommands(), { text, textIn, locale }).map(({ command }) => command.id);

const plain: Array<[fr: string, en: string, command: string]> = [
  ["export", "export", "export.people.csv"],
  ["exporter", "download", "export.companies.xlsx"],
  ["exporter opportunités", "export opportunities", "export.opportunities.csv"],
  ["excel", "spreadsheet", "export.opportunities.xlsx"],
  ["vcard", "vcard", "export.people.vcard"],
  ["statuts", "statuses", "go/settings/statuses"],
  ["pipeline", "pipeline", "go/settings/pipelines"],
  ["objectif", "goals", "go/opportunities/forecast"],
  ["prévision", "forecast", "go/opportunities/forecast"],
  ["sauvegarde", "backup", "outreach.backup"],
  ["restaurer", "restore a backup", "backup.restore"],
  ["étiquettes", "tags", "go/people/tags"],
  ["champs personnalisés", "custom fields", "go/settings/fields"],
  ["signature", "signature", "go/settings/identity"],
  ["smtp", "smtp", "go/settings/mail"],
  ["raccourcis", "shortcuts", "keys"],
  ["langue", "language", "go/settings/look"],
  ["mot de passe", "password", "go/settings/security"],
  ["fiche de secours", "recovery sheet", "go/settings/security"],
  ["intelligence artificielle", "openai", "go/settings/ai"],
  ["google", "google", "go/settings/sheets"],
  ["heures d’envoi", "sending hours", "go/settings/limits"],
  ["dédoublonner", "merge", "go/duplicates"],
  ["rgpd", "gdpr", "go/expired"],
  ["corbeille", "bin", "go/trash"],
  ["modèles", "templates", "go/runs/config"],
  ["kanban", "kanban", "go/people/board"],
  ["désinscrire", "unsubscribe", "go/people/never"],
  ["ics", "ics", "calendar.export"],
  ["créer une entreprise", "create a company", "companies.new"],
  ["brouillons", "drafts", "go/outbox"],
  ["exporter l’historique", "export history", "history.csv"],
  ["campagne", "campaign", "outreach.run"],
];

describe("the palette", () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => speak("en"));

  it.each(["fr", "en"] as const)("knows every command by its plain words, in %s", async (locale) => {
    openWindow("#/history");
    await screen.findByRole("navigation", { name: "Day" });
    speak(locale);
    await waitFor(() => expect(offeredCommands().length).toBeGreaterThan(60));
    const missing = plain.flatMap(([fr, en, command]) => {
      // Whoever speaks one language may well type the other.
      const lost = [fr, en].filter((words) => !asked(words, locale).includes(command));
      return lost.map((words) => `${words}: ${command}`);
    });
    expect(missing).toEqual([]);
  });

  it("leads to the screen a command is of, and runs it there", async () => {
    openWindow("#/history");
    await screen.findByRole("navigation", { name: "Day" });
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.type(await screen.findByRole("combobox"), "new company");
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByRole("dialog", { name: "New company" })).toBeVisible();
    expect(window.location.hash).toMatch(/^#\/companies/);
  });

  it("offers what is done here once, as it is done here", async () => {
    openWindow("#/companies");
    await screen.findByRole("heading", { name: "Companies" });
    await vi.waitFor(() => {
      const own = offeredCommands().filter(({ id }) => id === "companies.new");
      expect(own.map(({ elsewhere }) => elsewhere ?? false)).toEqual([false]);
    });
  });

  it("does not show what stands for a value in a title", () => {
    const [found] = rank(
      "go to",
      [{ id: "x", title: "frame:command.go", group: "go", icon: () => null, run: () => {} } as never],
      { text: (key) => (key === "frame:command.go" ? "Aller à : Santé" : key), textIn, locale: "fr" },
    );
    expect(found?.also).toBe("Go to");
  });
});
