import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyForm, formState } from '#platform/web/forms.ts'
import { memberVisit } from '#platform/web/testing/visits.ts'
import { htmlFaults } from '#test/support/html.ts'
import { BoardPattern } from './board-pattern.tsx'
import { ComponentsPattern } from './components-pattern.tsx'
import { FormPattern, patternProblems, patternValues } from './form-pattern.tsx'

const visit = memberVisit('/patterns')
const pages = {
  components: ComponentsPattern({ visit }),
  board: BoardPattern({ visit }),
  form: FormPattern({ visit, form: emptyForm(patternValues) }),
  'form with problems': FormPattern({ visit, form: formState({ title: '<b>' }, patternProblems, () => undefined) }),
}

for (const [name, page] of Object.entries(pages)) {
  test(`the pattern '${name}' is sound HTML`, async () => {
    assert.deepEqual(await htmlFaults(String(await page)), [])
  })
}

test('a form that comes back keeps what was typed', async () => {
  const typed = { title: 'Ŵyl & <gŵyl>', 'held-day': '31', 'held-month': '2', 'held-year': '2026', kind: 'special', reason: 'One matter' }
  const html = String(await FormPattern({ visit, form: formState(typed, patternProblems, () => undefined) }))
  for (const kept of ['value="Ŵyl &amp; &lt;gŵyl&gt;"', 'value="31"', 'value="special" checked', 'value="One matter"'])
    assert.ok(html.includes(kept), kept)
})
