import { invoke } from "@tauri-apps/api/core";

/** Kinds of file the desk opens or writes. */
export type FileKind = "import" | "backup" | "csv" | "xlsx" | "json";

/** Asks for a file to open through the system's own dialog; nothing when the seller closes it. */
export function pickFile(kind: FileKind): Promise<string | null> {
  return invoke<string | null>("pick_file", { kind });
}

/** Asks where to write a file, proposing a name; nothing when the seller closes the dialog. */
export function pickTarget(kind: FileKind, name: string): Promise<string | null> {
  return invoke<string | null>("pick_target", { kind, name });
}

/** The files that another program handed over and nobody took yet. */
export function takeOffered(): Promise<string[]> {
  return invoke<string[]>("take_offered");
}
