import type { ApiError } from "./client";

/** A refusal of the core: a stable code with the values its sentence names. Say it with `sayError`. */
export class DeskError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly retryable: boolean;
  /** Also stands in the log of the core. */
  readonly reference: string;

  constructor(error: ApiError) {
    super(error.code);
    this.name = "DeskError";
    this.code = error.code;
    this.params = error.params as Record<string, string>;
    this.retryable = error.retryable;
    this.reference = error.ref;
  }
}

type Answer<Data> = { status: "ok"; data: Data } | { status: "error"; error: ApiError };

/** The data of a command, or its refusal as a thrown `DeskError`. */
export async function ask<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const got = await answer;
  if (got.status === "error") throw new DeskError(got.error);
  return got.data;
}
