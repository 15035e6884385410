import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { User } from "lucide-react";
import { commands } from "@/data/client";
import { read } from "@/data/queries";
import type { RecordRow } from "./Palette";

/** People that answer what was typed in the palette, from the second letter on. */
export function usePeopleRecords(query: string): readonly RecordRow[] {
  const navigate = useNavigate();
  const words = query.trim();
  const found = useQuery({
    ...read(["people_search", words], ["people"], () => commands.peopleSearch({ text: words, limit: 6 })),
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
  });
  if (words.length < 2) return [];
  return (found.data ?? []).map((row) => ({
    id: row.id,
    title: `${row.firstName} ${row.lastName}`.trim() || row.email,
    detail: [row.title, row.company].filter(Boolean).join(", "),
    icon: User,
    open: () => void navigate({ to: "/people", search: { person: row.id } }),
  }));
}
