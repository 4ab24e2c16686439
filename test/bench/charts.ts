import { SampleBullet, SampleHeat, SampleLine, SampleProcess, SampleStrip } from '#home/patterns/chart-samples.tsx'
import { alone, type Figure, median } from './figure.ts'

const kinds = [SampleProcess, SampleLine, SampleBullet, SampleStrip, SampleHeat]

/** A hundred charts of five kinds, with their tables, as one reader of a long report would ask for them. */
export async function chartsBench(): Promise<readonly Figure[]> {
  const hundred = (): number => {
    const started = performance.now()
    let length = 0
    for (let index = 0; index < 100; index += 1) length += String(kinds[index % kinds.length]?.()).length
    if (length < 100_000) throw new Error('The charts are empty.')
    return performance.now() - started
  }
  for (let warm = 0; warm < 10; warm += 1) hundred()
  const taken = median(Array.from({ length: 15 }, hundred))
  return [alone('100 charts rendered', 'ms', taken, 'under 100 ms', taken < 100)]
}
