// The invented people of Northbrook and their posts. Any likeness to a real person is chance.

/** A person: key, name, post, organisation by key, in post since, first day no longer in it. */
export type SamplePerson = readonly [
  key: string,
  name: string,
  title: string,
  organisation: string | undefined,
  from: string,
  until?: string,
]

const then: readonly SamplePerson[] = [
  ['ellwood', 'Margaret Ellwood', 'Director of Children’s Services', 'council', '2010-09-01', '2017-09-01'],
  ['hallam', 'Cllr Peter Hallam', 'Lead member for children', 'council', '2009-06-12', '2021-05-07'],
  ['rao', 'Dr Anita Rao', 'Director of Public Health', 'council', '2013-04-01', '2020-02-01'],
  ['braithwaite', 'Colin Braithwaite', 'Assistant director, adult services', 'council', '2011-01-10', '2019-07-01'],
  ['whitlock', 'Dr Tom Whitlock', 'Chief officer', 'ccg-west', '2013-04-01', '2022-07-01'],
  ['nair', 'Dr Priya Nair', 'Clinical chair', 'ccg-east', '2013-04-01', '2022-07-01'],
  ['sykes', 'Joanne Sykes', 'Chief officer', 'ccg-south', '2013-04-01', '2022-07-01'],
  ['penrose', 'Dr Gareth Penrose', 'Chief officer', 'ccg-south-west', '2013-04-01', '2022-07-01'],
  ['doyle', 'Superintendent Karen Doyle', 'Superintendent, public protection', 'police', '2012-02-01', '2018-11-01'],
  ['forster', 'Elaine Forster', 'Assistant chief officer', 'probation', '2008-05-01', '2014-06-01'],
  ['keane', 'Stuart Keane', 'Head of area', 'probation', '2014-06-01', '2021-06-26'],
  ['farrow', 'Judith Farrow', 'Chair of the forum', 'schools-forum', '2012-09-01', '2018-09-01'],
  ['tait', 'Martin Tait', 'Head teacher', 'larchfield', '2005-09-01', '2017-09-01'],
  ['okoro', 'Sandra Okoro', 'Principal', 'stonebridge', '2011-09-01', '2020-09-01'],
  ['wexford', 'Alan Wexford', 'Head teacher', 'willow-bank', '2003-09-01', '2016-09-01'],
  ['ampleforth', 'Cllr Roy Ampleforth', 'Portfolio holder, communities', 'ashcombe-dc', '2011-05-20', '2019-05-03'],
  ['dunmore', 'Cllr Jean Dunmore', 'Portfolio holder, housing', 'fenmarsh-bc', '2011-05-20', '2019-05-03'],
  ['ibbotson', 'Graham Ibbotson', 'Head of communities', 'harrowdale-dc', '2010-03-01', '2018-04-01'],
  ['castellano', 'Maria Castellano', 'Director of housing', 'kelbrook-dc', '2012-01-09', '2021-10-01'],
  ['loxley', 'Cllr Bernard Loxley', 'Leader of the council', 'millingford-cc', '2011-05-20', '2023-05-05'],
  ['pickard', 'Hilary Pickard', 'Chief executive', 'southmoor-dc', '2009-09-01', '2017-03-01'],
  ['sheridan', 'Cllr Noel Sheridan', 'Portfolio holder, leisure', 'thornwick-dc', '2011-05-20', '2019-05-03'],
  ['abara', 'Chioma Abara', 'Director of operations', 'community-health', '2011-04-01', '2022-04-01'],
  ['lindholm', 'Dr Erik Lindholm', 'Medical director, women and children', 'hospitals', '2012-10-01', '2019-12-01'],
  ['mistry', 'Sunita Mistry', 'Chief executive', 'families-first', '2006-06-01', '2021-04-01'],
  ['garland', 'Dennis Garland', 'Development manager', 'voluntary-forum', '2010-04-01', '2019-04-01'],
  ['trevelyan', 'Kate Trevelyan', 'Vice principal', 'college', '2009-09-01', '2020-09-01'],
  ['boothroyd', 'Ian Boothroyd', 'Managing director', 'training', '2007-01-01', '2019-02-01'],
  ['merriman', 'Christopher Merriman', 'Independent chair', 'safeguarding', '2011-10-01', '2019-09-29'],
  ['vance', 'Deborah Vance', 'Head of skills', 'economy', '2012-04-01', '2021-07-01'],
  ['akinola', 'Tobi Akinola', 'Chair of the group', 'young-people', '2012-09-01', '2016-09-01'],
  ['thackray', 'Rosalind Thackray', 'Independent chair', undefined, '2013-12-01', '2019-04-01'],
  ['lindqvist', 'Beth Lindqvist', 'Democratic services officer', 'council', '2011-06-01', '2018-09-01'],
]

const now: readonly SamplePerson[] = [
  ['marsh', 'Helen Marsh', 'Director of Children’s Services', 'council', '2017-09-01'],
  ['akhtar', 'Cllr Yasmin Akhtar', 'Lead member for children', 'council', '2021-05-21'],
  ['adeyemi', 'Dr Femi Adeyemi', 'Director of Public Health', 'council', '2020-02-01'],
  ['prosser', 'Siân Prosser', 'Assistant director, adult services', 'council', '2019-07-01'],
  ['eze', 'Dr Ngozi Eze', 'Medical director', 'icb', '2022-07-01'],
  ['oconnor', 'Liam O’Connor', 'Director of place, West', 'icb', '2022-07-01'],
  ['rahman', 'Dr Aisha Rahman', 'Clinical lead for children', 'icb', '2022-07-01'],
  ['steadman', 'Rachel Steadman', 'Director of finance', 'icb', '2022-09-01'],
  ['webb', 'Superintendent Marcus Webb', 'Superintendent, public protection', 'police', '2018-11-01'],
  ['hussain', 'Nadia Hussain', 'Head of probation delivery', 'probation', '2021-06-26', '2025-11-01'],
  ['carver', 'Denise Carver', 'Chair of the forum', 'schools-forum', '2018-09-01'],
  ['adeyinka', 'Tom Adeyinka', 'Head teacher', 'larchfield', '2017-09-01'],
  ['holroyd', 'Claire Holroyd', 'Principal', 'stonebridge', '2020-09-01'],
  ['bevan', 'Iwan Bevan', 'Head teacher', 'willow-bank', '2016-09-01'],
  ['fairweather', 'Cllr Joan Fairweather', 'Portfolio holder, communities', 'ashcombe-dc', '2019-05-24'],
  ['balogun', 'Cllr David Balogun', 'Portfolio holder, housing', 'fenmarsh-bc', '2019-05-24'],
  ['choudhury', 'Rukhsana Choudhury', 'Head of communities', 'harrowdale-dc', '2018-04-01'],
  ['nowak', 'Piotr Nowak', 'Director of housing', 'kelbrook-dc', '2021-10-01'],
  ['winterton', 'Cllr Gillian Winterton', 'Deputy leader', 'millingford-cc', '2023-05-19'],
  ['farnham', 'Olivia Farnham', 'Chief executive', 'southmoor-dc', '2017-03-01'],
  ['kendrick', 'Cllr Paul Kendrick', 'Portfolio holder, leisure', 'thornwick-dc', '2019-05-24'],
  ['castle', 'Bridget Castle', 'Director of operations', 'community-health', '2022-04-01'],
  ['venkat', 'Dr Meera Venkat', 'Medical director, women and children', 'hospitals', '2019-12-01'],
  ['lyle', 'Andrew Lyle', 'Chief executive', 'families-first', '2021-04-01'],
  ['obrien', 'Siobhan O’Brien', 'Development manager', 'voluntary-forum', '2019-04-01'],
  ['grantham', 'Neil Grantham', 'Vice principal', 'college', '2020-09-01'],
  ['dacosta', 'Isabel da Costa', 'Managing director', 'training', '2019-02-01'],
  ['abrahams', 'Dr Ruth Abrahams', 'Independent scrutineer', 'safeguarding-partnership', '2019-09-29'],
  ['whitaker', 'Jamal Whitaker', 'Head of skills', 'economy', '2021-07-01'],
  ['sutton', 'Ellie Sutton', 'Chair of the group', 'young-people', '2024-09-01'],
  ['clarke', 'Winston Clarke', 'Independent chair', undefined, '2019-04-01'],
  ['pryce', 'Jonathan Pryce', 'Assistant director, early help', 'council', '2019-03-01'],
  ['siddiqui', 'Omar Siddiqui', 'Democratic services officer', 'council', '2018-09-01'],
  ['mbeki', 'Grace Mbeki', 'Joint commissioning officer', 'council', '2016-02-01'],
  ['zielinski', 'Tomasz Zieliński', 'Children’s services administrator', 'council', '2013-09-01'],
  ['lowe', 'Frances Lowe', 'Head of partnership support', 'council', '2012-05-01'],
  ['tennant', 'Maya Tennant', 'Family support worker', 'families-first', '2020-01-06'],
  ['quist', 'Esther Quist', 'School nurse', 'community-health', '2019-05-01'],
  ['haddad', 'Leila Haddad', 'Performance and insight manager', 'council', '2020-06-01'],
  ['reid', 'Callum Reid', 'Manager of the team around the child', 'council', '2013-09-01'],
]

const boards: readonly SamplePerson[] = [
  ['holt', 'Vivienne Holt', 'Chief executive', 'council', '2013-01-07'],
  ['ferris', 'Douglas Ferris', 'Executive director, resources', 'council', '2012-11-01'],
  ['amadi', 'Blessing Amadi', 'Executive director, adult care', 'council', '2014-01-06'],
  ['rigby', 'Philippa Rigby', 'Assistant director, joint commissioning', 'council', '2013-10-01'],
  ['tanner', 'Lewis Tanner', 'Head of finance, children', 'council', '2014-02-01'],
  ['osei', 'Kwame Osei', 'Head of service, specialist services', 'council', '2014-03-01'],
  ['delaney', 'Maeve Delaney', 'Head of service, women and children', 'council', '2014-03-01'],
  ['barclay', 'Simon Barclay', 'Head of service, wellbeing', 'council', '2014-03-01'],
  ['khan', 'Zainab Khan', 'Consultant in public health', 'council', '2013-04-01'],
  ['moreton', 'Fiona Moreton', 'Officer for commissioning', 'nhs-region', '2015-04-01'],
  ['vickers', 'Adrian Vickers', 'Finance officer', 'icb', '2022-07-01'],
  ['gill', 'Harpreet Gill', 'Director of place, East', 'icb', '2022-07-01'],
  ['stokes', 'Dr Nathan Stokes', 'Clinical lead, specialist services', 'icb', '2022-07-01'],
  ['marlow', 'Dr Catherine Marlow', 'Consultant psychologist', 'mental-health', '2015-01-05'],
  ['pemberton', 'Lucy Pemberton', 'Head of special educational needs', 'brightwater', '2014-09-01'],
  ['hargreaves', 'Stella Hargreaves', 'Co-ordinator, early support', 'little-oaks', '2013-09-01'],
  ['ogden', 'Wayne Ogden', 'Service manager, birth to five', 'early-years', '2015-09-01'],
  ['blackwood', 'Inspector Hannah Blackwood', 'Inspector, early intervention', 'police', '2019-01-07'],
  ['fenwick', 'Robert Fenwick', 'Settings manager', 'early-years', '2016-09-01'],
  ['sandhu', 'Amrit Sandhu', 'Head of centre', 'teaching-centre', '2017-09-01'],
  ['leclerc', 'Monique Leclerc', 'Area manager, youth offending', 'council', '2012-04-01'],
  ['barton', 'Cllr Wendy Barton', 'County councillor, Fenmarsh East', 'council', '2017-05-05'],
  ['yeo', 'Malcolm Yeo', 'Co-ordinator, communities partnership', 'east-communities', '2011-04-01'],
  ['quigley', 'Aoife Quigley', 'Area manager, family services', 'council', '2014-05-01'],
]

/** Everybody of the sample: those of 2013, those of today, and those of the other boards. */
export const samplePeople: readonly SamplePerson[] = [...then, ...now, ...boards]

/** The address of somebody of the sample; the domain is reserved for examples, so that no mail can leave. */
export function sampleEmail(name: string): string {
  const plain = name
    .replace(/^(Dr|Cllr|Superintendent|Inspector) /, '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z ]/g, '')
  return `${plain.toLowerCase().replaceAll(' ', '.')}@northbrook.example`
}
