/** Places as the publisher lists them. */
export const places = [
  ['LA Number', 'LA Name', 'Region', 'Type'],
  ['301', 'Ashmere', 'Outer South', 'UA'],
  ['302', 'Brackenshire', 'Outer South', 'SC'],
  ['303', 'Caldwick', 'Outer South', 'MD'],
  ['970', 'England', 'NA', 'NA'],
  ['988', 'South (Outer)', 'NA', 'NA'],
  ['1000', 'England (discontinued)', 'NA', 'NA'],
]
/** A list of neighbours with a place that is not listed. */
export const neighbours = [
  ['A', 'B', 'C', 'D', 'E', '3', '4', '5', '6'],
  ['LA num', 'LA Name', 'LA number', 'GOInd', 'GOReg', 'SN1', 'SNP', 'SN2', 'SNP'],
  ['301', 'Ashmere', '301', '1', 'South', '302', 'Very Close', '303', 'Close'],
  ['302', 'Brackenshire', '302', '1', 'South', '301', 'Very Close', '835', 'Close'],
]
/** Measures, one of them described twice. */
export const dictionary = `"Measure_code","Topic","Measure","Chart_title","Measure_short","Polarity","y_axis_name","dps","Description","Hyperlink(s)"
"1","Health","Low weight","Babies of low weight","Weight","Low","% of babies","1","Two
lines","https://example.org/weight"
"2","Money","Spend","Spend on care","Spend","-","Spend",NA,"","javascript:alert(1)"
"2","Money","Spend","Spend on care, again","Spend","-","Spend",NA,"",""
`
/** The headings of the values. */
export const head = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region'
/** Values: some missing, noisy, odd, or of nothing that is known. */
export const rows = [
  ...['Weight,x,2023,A,7.0000000000000007E-2,301.0,', 'Weight,x,2023,B,3,302.0,', 'Weight,x,2023,C,-,303.0,', 'Weight,x,2023,E,2.5,970.0,'],
  ...[
    'Weight,x,2024 (prov),A,2.8,301.0,',
    'Weight,x,2024 (prov),B,2.8,302.0,',
    'Weight,x,2024 (prov),C,-,303.0,',
    'Weight,x,2024 (prov),E,2.6,970.0,',
  ],
  ...['Spend,,2016-17 (OT),A,1204.5,301.0,', 'Spend,,2016-17 (OT),B,about 7,302.0,', 'Spend,,0,A,9,301.0,', 'Other,,2024,A,9,301.0,'],
]
