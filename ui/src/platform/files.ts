import { invoke } from "@tauri-apps/api/core";
import { text } from "@/i18n";

/** Kinds of file the desk opens or writes. */
export type FileKind = "import" | "backup" | "csv" | "xlsx" | "json" | "zip" | "vcard" | "ics" | "any";

/** Asks for a file to open through the system's own dialog, under another title where one is given; nothing when the seller closes it. */
export function pickFile(kind: "import" | "backup" | "ics", titled?: string): Promise<string | null> {
  const title = titled ?? text(kind === "backup" ? "common:files.backup" : "common:files.import");
  return invoke<string | null>("pick_file", { kind, title });
}

/** Asks for files of any kind, under this title; none when the seller closes the dialog. */
export function pickFiles(title: string): Promise<string[]> {
  return invoke<string[]>("pick_files", { title });
}

/** Asks where to write a file, proposing a name, to which the kind's ending is added when it lacks; nothing when the seller closes the dialog. */
export function pickTarget(kind: FileKind, name: string): Promise<string | null> {
  return invoke<string | null>("pick_target", { kind, title: text("common:files.save"), name });
}

/** The files that another program handed over and nobody took yet. */
export function takeOffered(): Promise<string[]> {
  return invoke<string[]>("take_offered");
}
