import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { SampleBullet, SampleHeat, SampleLine, SampleProcess, SampleSparkline, SampleStrip } from './chart-samples.tsx'

/** The charts one under another, each with its sentence, its table and its file. */
export function ChartsPattern({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Page visit={visit} title="Patterns: charts" width="workspace" breadcrumbs={[{ text: 'Patterns', href: '/patterns' }]}>
      <PageHead title="Charts" caption="Patterns" lead="Every chart with made-up figures." />
      <h2>Process behaviour chart</h2>
      <SampleProcess />
      <h2>Line with target, trajectory and forecast</h2>
      <SampleLine />
      <h2>Bullet</h2>
      <SampleBullet />
      <h2>Dot strip</h2>
      <SampleStrip />
      <h2>Heat map</h2>
      <SampleHeat />
      <h2>Sparkline</h2>
      <DataTable
        caption="A run in a row"
        hideCaption
        columns={[{ heading: 'Measure' }, { heading: 'Trend' }, { heading: 'Direction' }]}
        rows={[{ cells: ['School attendance', <SampleSparkline />, 'Improving'] }]}
      />
    </Page>
  )
}
