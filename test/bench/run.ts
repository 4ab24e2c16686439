/**
 * Measures what the product promises: one JSON line a figure, exit 1 when one is missed.
 * `npm run bench` runs all, `npm run bench -- NAME` one of them.
 */
import type { Figure } from './figure.ts'

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  pages: async () => (await import('./pages.ts')).pagesBench(),
  board: async () => (await import('./board.ts')).boardBench(),
  growth: async () => (await import('./growth.ts')).growthBench(),
  pack: async () => (await import('./pack.ts')).packBench(),
  mixed: async () => (await import('./mixed-pack.ts')).mixedPackBench(),
  start: async () => (await import('./start.ts')).startBench(),
  live: async () => (await import('./live.ts')).liveBench(),
  search: async () => (await import('./search.ts')).searchBench(),
  oparl: async () => (await import('./oparl.ts')).oparlBench(),
  replay: async () => (await import('./replay.ts')).replayBench(),
  ballot: async () => (await import('./ballot.ts')).ballotBench(),
  public: async () => (await import('./public.ts')).publicBench(),
  charts: async () => (await import('./charts.ts')).chartsBench(),
  money: async () => (await import('./money.ts')).moneyBench(),
  payments: async () => (await import('./payments.ts')).paymentsBench(),
  thread: async () => (await import('./thread.ts')).threadBench(),
  ocds: async () => (await import('./ocds.ts')).ocdsBench(),
  national: async () => (await import('./national.ts')).nationalBench(),
  casework: async () => (await import('./casework.ts')).caseworkBench(),
  backup: async () => (await import('./backup.ts')).backupBench(),
}

const asked = process.argv[2]
if (asked !== undefined && !Object.hasOwn(benches, asked)) {
  process.stderr.write(`There is no benchmark called ${asked}. There are: ${Object.keys(benches).join(', ')}.\n`)
  process.exit(2)
}
let missed = false
for (const [name, bench] of Object.entries(benches)) {
  if (asked !== undefined && asked !== name) continue
  for (const figure of await bench()) {
    process.stdout.write(`${JSON.stringify(figure)}\n`)
    missed ||= !figure.met
  }
}
process.exit(missed ? 1 : 0)
