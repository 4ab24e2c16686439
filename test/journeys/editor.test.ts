import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { axeFaults, reflowFaults } from '../pages/walk.ts'
import { active, editor, empty, kept, paste, pasted, shot, text, textOnce, withScripts } from '../support/editor.ts'
import { follow, headed, press, says, startJourney } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

// The editor of papers: the one page of the house that a script makes better. Everything it does is done by keyboard here.

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-11-22T10:00:00Z'))
const faults: string[] = []
const plain = await house.pageAs('author')
await plain.goto('/papers')
await follow(plain, /Quality of plans/)
const paper = new URL(plain.url()).pathname
const edit = `${paper}/edit`
const context = await withScripts(house, plain, faults)
const page = await context.newPage()

async function open(of: Page): Promise<void> {
  await of.goto(edit)
  await editor(of).waitFor()
}

step('M4: typing makes headings, numbers, bold and lists, and can be undone', async () => {
  await open(page)
  await empty(page)
  await page.keyboard.type('# Money')
  await page.keyboard.press('Enter')
  await page.keyboard.type('#. It costs ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('£240,000')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' a year.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It is spent early.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- rent')
  await page.keyboard.press('Enter')
  await page.keyboard.type('staff')
  await sleep(700) // what is typed after a rest is undone by itself
  await page.keyboard.type('zzz')
  await sleep(400)
  await page.keyboard.press('Control+z')
  const wanted = '# Money\n\n#. It costs **£240,000** a year.\n\n#. It is spent early.\n\n- rent\n- staff\n'
  assert.equal(await textOnce(page, (markdown) => markdown === wanted), wanted)
  await page.getByText('12 words').waitFor()
})

step('M4: the toolbar is one stop for Tab; arrows, Home, End, Alt+F10 and Escape move', async () => {
  await editor(page).focus()
  await page.keyboard.press('Alt+F10')
  assert.equal(await active(page), 'SELECT')
  await page.keyboard.press('ArrowRight')
  assert.equal(await active(page), 'strong')
  await page.keyboard.press('End')
  assert.equal(await active(page), 'redo')
  await page.keyboard.press('ArrowRight')
  assert.equal(await active(page), 'SELECT')
  assert.equal(await page.locator('[role=toolbar] [tabindex="0"]').count(), 1)
  await page.keyboard.press('Escape')
  assert.equal(await active(page), 'text')
})

step('M4: a table with caption, header column and figures, by keyboard alone; Tab leaves it after the last cell', async () => {
  await empty(page)
  await page.keyboard.press('Alt+F10')
  for (let count = 0; count < 20 && (await active(page)) !== 'table'; count += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type('Use of money')
  await page.keyboard.press('ArrowDown')
  await sleep(80)
  await page.keyboard.type('Year')
  for (const words of ['Plan', 'Spent', '2025', '240', '236', '2026', '250', '251']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(words)
  }
  for (const button of ['figureColumn', 'headerColumn']) {
    await page.keyboard.press('Alt+F10')
    for (let count = 0; count < 20 && (await active(page)) !== button; count += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    assert.equal(await page.locator(`[data-do=${button}]`).getAttribute('aria-pressed'), 'true')
    await page.keyboard.press('Escape')
  }
  const wanted = 'Table: Use of money\n\n| Year | Plan | Spent |\n| - | - | -: |\n| **2025** | 240 | 236 |\n| **2026** | 250 | 251 |\n'
  const narrow = (markdown: string): string => markdown.replace(/ +/g, ' ').replace(/-+/g, '-')
  assert.equal(narrow(await textOnce(page, (markdown) => narrow(markdown) === wanted)), wanted)
  await page.keyboard.press('Tab')
  assert.notEqual(await active(page), 'text', 'nobody is trapped')
})

step('M4: links and notes are asked for in a dialog that names what is wrong', async () => {
  await empty(page)
  await page.keyboard.type('the plan')
  await page.keyboard.press('Control+a')
  await sleep(80)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Address').fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await dialog.getByText('This address cannot be used').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  await dialog.getByLabel('Address').fill('https://example.org/plan')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await editor(page).and(page.locator(':focus')).waitFor()
  const note = page.locator('[data-do=note]')
  // The editor learns of the pointer between words a moment after the key.
  for (let tries = 0; tries < 20 && (tries === 0 || (await note.getAttribute('aria-disabled')) === 'true'); tries += 1) {
    await page.keyboard.press(tries % 2 === 0 ? 'ArrowRight' : 'End')
    await sleep(100)
  }
  await note.click()
  await dialog.getByLabel('Text of the note').fill('Agreed in _June_')
  await dialog.getByRole('button', { name: 'Use it' }).click()
  const wanted = /\[the plan\]\(https:\/\/example\.org\/plan\)\[\^1\]\n\n\[\^1\]: Agreed in _June_/
  assert.match(await textOnce(page, (markdown) => wanted.test(markdown)), wanted)
})

step('M4: what is wrong with the text is said while it is written', async () => {
  await empty(page)
  await page.keyboard.type('## Too deep')
  await page.locator('.gt-editor__problems').getByText('The heading ‘Too deep’ skips a level').waitFor()
})

step('M4: paste from Word keeps headings, lists, tables, notes, and drops the rest', async () => {
  await empty(page)
  await paste(page, pasted('word'))
  const markdown = await text(page)
  const wanted = [
    /^# School meals in the holidays$/m,
    /^#\. Clubs were \*\*full\*\* and _praised_: see \[the survey\]\(https:\/\/example\.org\/clubs\), not this\.\[\^1\]$/m,
    /^## What it cost$/m,
    /^- food\n {2}- bread\n- staff$/m,
    /^1\. ask schools\n2\. book halls$/m,
    /^Table: Children by place\n\n\| Place +\| Children \|\n/m,
    /\| \*\*Harbour\*\* +\| 118/,
    /^a\) note the figures\n\nb\) agree the sites$/m,
    /^\[\^1\]: Survey of June\.$/m,
  ]
  for (const one of wanted) assert.match(markdown, one)
  assert.doesNotMatch(markdown, /javascript|mso|supportLists|·|never this|finance|AB1/i)
  await page.getByText('Left out: 1 picture and 1 comment.').waitFor()
  await shot(page, 'pasted')
})

step('M4: paste from Google Docs and LibreOffice does the same', async () => {
  await empty(page)
  await paste(page, pasted('google-docs'))
  const docs = (await text(page)).replace(/ +/g, ' ').replace(/--+/g, '-')
  for (const one of [
    /^# Play streets$/m,
    /^Streets were \*\*closed\*\* _on Sundays_\.$/m,
    /^- north\n - quay\n- south$/m,
    /^\| Street \| Days \|\n\| - \| -: \|\n\| Quay Row \| 12 \|$/m,
  ])
    assert.match(docs, one)
  assert.doesNotMatch(docs, /\*\*(Streets|north|Quay)/, 'what wraps everything is not bold')
  await empty(page)
  await paste(page, pasted('libreoffice'))
  const office = (await text(page)).replace(/ +/g, ' ').replace(/--+/g, '-')
  for (const one of [
    /^## Travel to school$/m,
    /^Nine in ten \*\*walk\*\* or _cycle_\[\^1\]\.$/m,
    /^1\. count\n2\. ask\n - pupils$/m,
    /^\| Way \| Share \|\n\| - \| -:? \|\n\| Foot \| 71 \|$/m,
    /^\[\^1\]: Count of May$/m,
  ])
    assert.match(office, one)
})

step('M4: formatting and Markdown change places without asking the server', async () => {
  await page.getByRole('button', { name: 'Write in Markdown instead' }).click()
  const area = page.locator('textarea#body')
  await area.fill('# By hand\n\na) agree\n')
  await shot(page, 'markdown')
  await page.getByRole('button', { name: 'Write with formatting instead' }).click()
  await editor(page).getByRole('heading', { name: 'By hand' }).waitFor()
  assert.equal(await editor(page).locator('ol[type=a] li').count(), 1)
})

step('X5: what is typed is kept by the server; two tabs do not overwrite one another', async () => {
  await kept(page, /^Kept at \d\d:\d\d, for you alone/)
  const second = await context.newPage()
  await open(second)
  await says(second, 'The form shows what you typed')
  assert.match(await text(second), /By hand/)
  await editor(second).focus()
  await second.keyboard.press('Control+End')
  await second.keyboard.type(' from the second tab')
  await kept(second, /^Kept at/)
  await page.bringToFront()
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' from the first tab')
  await page.getByText('You wrote something else in another tab').waitFor({ timeout: 12_000 })
  assert.deepEqual(await axeFaults(page), [])
  await shot(page, 'conflict')
  await page.getByRole('button', { name: 'Keep what stands on this page' }).click()
  await kept(page, /^Kept at/)
  assert.match(await text(page), /from the first tab/)
  await second.close()
})

step('X5: somebody else who saves is not overwritten, and both texts are shown', async () => {
  const clerk = await house.pageAs('other-clerk')
  await clerk.goto(edit)
  assert.doesNotMatch(await clerk.locator('textarea[name=body]').inputValue(), /By hand/, 'unsaved words are seen by nobody else')
  await clerk.getByLabel('Text', { exact: true }).fill('# The clerk’s words\n\nSaved first.')
  await press(clerk, 'Save')
  await editor(page).focus()
  await page.keyboard.type('still typing ')
  await page.getByText('This was saved while you were writing').waitFor({ timeout: 12_000 })
  await page.locator('.gt-kept__conflict summary', { hasText: 'Text' }).click()
  await page.locator('.gt-kept__other', { hasText: 'The clerk’s words' }).waitFor()
  await page.reload()
  await page.getByText('Somebody else saved a change while you were typing').waitFor()
  assert.match(await text(page), /still typing/)
  await page.locator('.gt-changes del').getByText('The clerk’s words').waitFor()
  assert.deepEqual(await axeFaults(page), [])
  await shot(page, 'stale')
})

step('X5: a session that ends and a line that breaks lose nothing', async () => {
  await page.getByRole('button', { name: 'Keep what stands on this page' }).click()
  await kept(page, /^Kept at/)
  const signedIn = await context.cookies()
  await context.clearCookies()
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' after the end of the session')
  await kept(page, /you may have been signed out/)
  await page.goto('/sign-in')
  await context.addCookies(signedIn)
  await open(page)
  assert.match(await text(page), /after the end of the session/)
  await kept(page, /^Kept at/)
  await context.setOffline(true)
  await editor(page).focus()
  await page.keyboard.type('offline ')
  await kept(page, /there is no connection/)
  await context.setOffline(false)
  await kept(page, /^Kept at/)
})

step('M4: the form saves what the editor shows, and the kept words are gone', async () => {
  await empty(page)
  await page.keyboard.type('# Saved from the editor')
  // Without a pause: what was typed last is in the form all the same.
  await page.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(`**${paper}`)
  await says(page, 'Saved from the editor')
  const { count } = await house.ownerDb
    .selectFrom('meetings.unsaved_text')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 0)
  await open(page)
  assert.equal(await page.getByText('The form shows what you typed').count(), 0)
})

step('M4: without a script the page is a textarea with its advice, a preview and a save', async () => {
  await plain.goto(edit)
  assert.ok(await plain.locator('textarea#body').isVisible())
  assert.equal(await plain.locator('[role=toolbar]').count(), 0)
  await plain.getByText('How to write headings, lists and tables').click()
  await says(plain, 'is a numbered paragraph')
  await plain.locator('textarea#body').fill('# Without a script\n\n#. It works.')
  await press(plain, 'Preview')
  await says(plain, 'Not saved yet', '1.1')
  await press(plain, 'Save')
  await headed(plain, /Quality of plans/)
  await says(plain, 'Without a script')
})

step('X4: the editor reads at 320 px and in the dark, and nothing of it breaks a rule', async () => {
  for (const [name, options] of [
    ['desk', { viewport: { width: 1280, height: 900 } }],
    ['phone', { viewport: { width: 320, height: 700 } }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ] as const) {
    const shown = await withScripts(house, plain, faults, options)
    const one = await shown.newPage()
    await open(one)
    await empty(one)
    await paste(one, pasted('word'))
    assert.deepEqual(await axeFaults(one), [], name)
    if (name === 'phone') assert.deepEqual(await reflowFaults(one), [])
    await editor(one).locator('td').first().click()
    await sleep(200)
    assert.deepEqual(await axeFaults(one), [], `${name}, in a table`)
    await shot(one, name)
    await shown.close()
  }
  assert.deepEqual(faults, [], 'no script failed and the security policy was never broken')
})
