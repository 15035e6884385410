/** Why and when this window locked the desk; shown on the lock screen, forgotten when the window closes. */
export interface LockMemory {
  at: Date;
  /** Minutes without activity, when that is why. */
  idle?: number;
}

let last: LockMemory | undefined;

/** Notes that the desk is being locked now. */
export function rememberLock(memory: LockMemory): void {
  last = memory;
}

/** The last lock of this window, if it was this window that locked. */
export function lastLock(): LockMemory | undefined {
  return last;
}
