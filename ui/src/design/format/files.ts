/** The file of a path, whichever system wrote it. */
export function fileOf(path: string): string {
  return path.split(/[/\\]/).pop() || path;
}
