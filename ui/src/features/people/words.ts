import type { EmailStatus, PersonRow } from "@/data/client";
import type { ChannelState } from "@/design/Glyph";

/** The state of the address channel: an opt-out is stronger than what is known of the address. */
export function emailChannel(row: Pick<PersonRow, "suppressed" | "emailStatus">): ChannelState {
  if (row.suppressed) return "opted_out";
  const known: Record<EmailStatus, ChannelState> = {
    none: "none",
    valid: "valid",
    guessed: "guessed",
    bounced: "bounced",
  };
  return known[row.emailStatus];
}

/** First and last name; of somebody without a name the address, or the end of their profile's. */
export function fullName(row: Pick<PersonRow, "firstName" | "lastName" | "email" | "linkedinUrl">): string {
  const profile = /\/in\/([^/?#]+)/.exec(row.linkedinUrl)?.[1] ?? "";
  return `${row.firstName} ${row.lastName}`.trim() || row.email || profile;
}

/** Where people and companies come from. */
export const sources = ["linkedin", "csv", "sheet", "manual", "sample"] as const;
