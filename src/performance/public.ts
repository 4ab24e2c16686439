// Door one of performance: shapes and rules others may build on. Re-exports only.
export { type AgainstBenchmark, againstBenchmark, type Interval, isTurned, type Place, placeAmong } from './rules/comparison.ts'
export type { DeliveryProblem } from './rules/delivery.ts'
export { decimalsApart, drawn, type Exact, exactOf, meanOf, printed, sumOf, whole } from './rules/exact.ts'
export { alertOf, askedOf, currentOf, type Judged, judge, printedFigure, targetFor, wholeSeries } from './rules/judge.ts'
export {
  type Aim,
  type Annotation,
  areaName,
  type Baseline,
  type Cell,
  type Commentary,
  type Definition,
  definitionFor,
  definitionOn,
  hasValue,
  knownOf,
  latestDefinition,
  type Measure,
  type Observation,
  type Rebase,
  type SetTarget,
  type Status,
  statuses,
} from './rules/measure.ts'
export { isWhole, type Period, type PeriodType, periodAway, periodKey, periodOf, periodTypes, periodWords } from './rules/period.ts'
export {
  type Assurance,
  assuranceOf,
  type Section,
  sectionsOf,
  type Variation,
  variationOf,
} from './rules/process.ts'
export { type LimitSettings, movingRanges, type ProcessLimits, processLimits } from './rules/process-limits.ts'
export {
  type Colour,
  type Edges,
  edgesOf,
  judgeRag,
  type Known,
  type Rag,
  refuseTolerance,
  rollUp,
  type Tolerance,
  type ToleranceProblem,
  type WhyNoColour,
} from './rules/rag.ts'
export {
  type Combined,
  type ForecastMethod,
  forecastOfFlow,
  type MeasureKind,
  meanBaseline,
  type NotCombined,
  overAreas,
  overTime,
  type Part,
} from './rules/roll-up.ts'
export {
  type CountTable,
  type ProtectedTable,
  protectTable,
  roundedTo,
  type ShownCell,
  type SmallNumberMethod,
} from './rules/small-numbers.ts'
export {
  type Cause,
  causes,
  type JudgedPoint,
  type Side,
  sevenOnOneSide,
  sevenPointTrend,
  sidesOf,
  specialCauses,
  twoInThree,
  wholeRuns,
} from './rules/special-cause.ts'
export {
  type NoTarget,
  type Polarity,
  progressOf,
  type Target,
  type TargetAnswer,
  type TargetRule,
  targetIsOnWrongSide,
  targetOf,
} from './rules/target.ts'
export { type FigureDuty, figureDutyInWords, figureDutyPath } from './words/duties.ts'
export { type NamedCount, qualityFacts, qualityHidden, type ToldCount, type ToldQuality, toldText } from './words/family-quality.ts'
