import { type AskedBoard, withBody } from '#governance/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { guard } from '../permission.ts'
import { findCase, findPipeline, guardedPipeline, type Pipeline, type PipelineCase } from '../queries/pipelines.ts'
import { begin } from './gates.ts'

/** A request about a pipeline. */
export type AskedPipeline = AskedBoard & { readonly pipeline: Pipeline }
/** A request about a case of one. */
export type AskedCase = AskedPipeline & { readonly found: PipelineCase }

/** A pipeline, and a verb on it; row-level security let it through, so that reading is settled. */
export function pipelineGate(verb: 'read' | 'change' | 'show'): Gate<AskedPipeline> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const pipeline = await findPipeline(reader, asked.part('pipeline'), asked.visit.today)
    if (verb !== 'read') guard.demandOf(asked.standing, asked.visit, guardedPipeline(pipeline), verb)
    return { ...(await withBody(asked, pipeline.body)), pipeline }
  }
}

/** A case, and a verb on its pipeline. */
export function caseGate(verb: 'read' | 'change' | 'waive'): Gate<AskedCase> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const { pipeline, found } = await findCase(reader, asked.part('case'), asked.visit.today)
    if (verb !== 'read') guard.demandOf(asked.standing, asked.visit, guardedPipeline(pipeline), verb)
    return { ...(await withBody(asked, pipeline.body)), pipeline, found }
  }
}
