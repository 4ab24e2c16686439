// Door two of performance: reads and commands that others may call. Re-exports only.
export { performanceKinds } from './queries/archive-kinds.ts'
export { findMeasure, findMeasures, findMeasuresOf } from './queries/measure.ts'
export { findSeries, type Series } from './queries/series.ts'
