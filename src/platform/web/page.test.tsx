import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlFaults } from '#test/support/html.ts'
import { DataTable } from './components/data-table.tsx'
import { StatusPill } from './components/status-pill.tsx'
import { Page, PageHead } from './page.tsx'
import { memberVisit, visitorVisit } from './testing/visits.ts'

const attack = `"><script>alert('x')</script>`

test('nothing that a person typed leaves a page unescaped', async () => {
  const visit = { ...memberVisit(), account: { ...memberVisit().account, name: attack }, partnership: attack, path: attack } as ReturnType<
    typeof memberVisit
  >
  const links = [{ text: attack, href: attack }]
  const page = (
    <Page
      visit={{ ...visit, navigation: links }}
      title={attack}
      description={attack}
      breadcrumbs={links}
      problems={[{ href: `#${attack}`, text: attack }]}
    >
      <PageHead title={attack} caption={attack} lead={attack} status={<StatusPill meaning="good">{attack}</StatusPill>} actions={attack} />
      <DataTable caption={attack} columns={[{ heading: attack }]} rows={[{ cells: [attack], id: attack }]} groups={undefined} />
    </Page>
  )
  assert.ok(!String(page).includes('<script>alert'))
})

test('X5: a page with problems names them in its title and leads to the fields', async () => {
  const html = String(
    <Page visit={visitorVisit()} title="Plan a meeting" width="form" problems={[{ href: '#title', text: 'Enter a title' }]}>
      <PageHead title="Plan a meeting" />
      <p id="title">The field</p>
    </Page>,
  )
  assert.match(html, /<title>Error: Plan a meeting – Goldenthread<\/title>/)
  assert.match(html, /<a href="#title">Enter a title<\/a>/)
  assert.deepEqual(await htmlFaults(html), [])
})

test('a visitor is offered to sign in; who is signed in sees the name and may sign out by a form with its token', () => {
  const visitor = String(<Page visit={visitorVisit('/boards')} title="Boards" />)
  assert.match(visitor, /href="\/sign-in">Sign in/)
  assert.match(visitor, /href="\/boards" aria-current="page"/)
  const member = String(<Page visit={memberVisit('/boards/one')} title="A board" />)
  assert.match(member, /Maren Oakley/)
  assert.match(member, /<form method="post" action="\/sign-out"><input type="hidden" name="csrf" value="token">/)
  assert.match(member, /href="\/boards" aria-current="true"/)
})

test('an async component in a page is a fault, not half a page', () => {
  const Later = async () => <p>later</p>
  assert.throws(() => Page({ visit: visitorVisit(), title: 'x', children: <Later /> }), TypeError)
})
