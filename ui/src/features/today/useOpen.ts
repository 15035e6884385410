import { useNavigate } from "@tanstack/react-router";
import type { TodayRow } from "@/data/client";

/** Opens the place where a row of Today is dealt with. */
export function useOpen(): (row: Pick<TodayRow, "kind" | "id">) => void {
  const navigate = useNavigate();
  return ({ kind, id }) => {
    switch (kind) {
      case "drafts":
        return void navigate({ to: "/outbox", search: { tab: "draft" } });
      case "unknown":
      case "failed":
      case "scheduled":
        return void navigate({ to: "/outbox", search: { tab: kind } });
      case "followups":
        return void navigate({ to: "/followups" });
      case "linkedin":
        return void navigate({ to: "/linkedin" });
      case "appointment":
        return void navigate({ to: "/agenda", search: id ? { id } : {} });
      case "task":
        return void navigate({ to: "/tasks", search: id ? { view: "today", task: id } : { view: "today" } });
      case "tasks":
        return void navigate({ to: "/tasks", search: { view: "today" } });
      case "run_needs_you":
      case "run_running":
      case "run_paused":
        return void (id ? navigate({ to: "/runs/$id", params: { id } }) : navigate({ to: "/runs" }));
      case "import_rejects":
        return void navigate({ to: "/import", search: id ? { id } : {} });
      case "stagnating":
        return void navigate({
          to: "/opportunities",
          search: { layout: "list", filters: [{ field: "stagnating", op: "is", value: "yes" }] },
        });
      case "setup_import":
        return void navigate({ to: "/import" });
      case "setup_identity":
        return void navigate({ to: "/settings", search: { page: "identity" } });
      case "setup_mail":
        return void navigate({ to: "/settings", search: { page: "mail" } });
      case "setup_recovery":
        return void navigate({ to: "/settings", search: { page: "security" } });
      case "setup_backup":
        return void navigate({ to: "/health" });
      default:
        return undefined;
    }
  };
}
