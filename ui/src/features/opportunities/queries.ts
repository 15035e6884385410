import { useQuery } from "@tanstack/react-query";
import { commands, type PipelinesView, type PipelineView } from "@/data/client";
import { read, type Tag } from "@/data/queries";

/** What makes opportunities stale. */
export const opportunityTags: readonly Tag[] = ["opportunities"];

/** Pipelines with their stages, and the reasons opportunities end for. */
export const pipelinesQuery = read(["pipelines_list"], opportunityTags, () => commands.pipelinesList({}));

/** The pipelines that are in use, and the one in hand: the one asked for, or the first. */
export function usePipelines(asked: string | undefined): {
  all: PipelinesView | undefined;
  pipelines: readonly PipelineView[];
  pipeline: PipelineView | undefined;
} {
  const all = useQuery(pipelinesQuery).data;
  const pipelines = (all?.pipelines ?? []).filter((one) => !one.archived);
  return { all, pipelines, pipeline: pipelines.find((one) => one.id === asked) ?? pipelines[0] };
}
