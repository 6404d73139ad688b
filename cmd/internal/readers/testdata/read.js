// Reads workbooks with exceljs and writes beside each what stands in it.
//
// Usage: node read.js FOLDER. For FILE.xlsx the result is
// FILE.xlsx.exceljs.json, of the same shape as read.py's.

'use strict';

const fs = require('fs');
const path = require('path');
const ExcelJS = require('exceljs');

function text(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return String(value.getTime() / 86400000 + 25569);
  if (value.error) return value.error;
  if (value.richText) return value.richText.map((part) => part.text).join('');
  if (value.text !== undefined) return text(value.text); // a link
  // exceljs leaves the codes of characters ("_x005F_") to its users.
  return String(value).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

async function read(file) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheets = book.worksheets.map((sheet) => {
    const cells = {};
    sheet.eachRow((row) => row.eachCell((cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      const isFormula = cell.type === ExcelJS.ValueType.Formula;
      const value = text(isFormula ? cell.result : cell.value);
      if (value !== '' || isFormula) cells[cell.address] = [value, isFormula ? cell.formula : ''];
    }));
    return {
      name: sheet.name,
      cells,
      merged: (sheet.model.merges || []).slice().sort(),
      validated: Object.keys(sheet.dataValidations.model).length,
    };
  });
  const names = book.definedNames.model.map((n) => [n.name, n.ranges.join(',')]);
  return { sheets, names };
}

(async () => {
  const folder = process.argv[2];
  for (const name of fs.readdirSync(folder).filter((n) => n.endsWith('.xlsx')).sort()) {
    const file = path.join(folder, name);
    let result;
    try {
      result = await read(file);
    } catch (err) {
      result = { error: String((err && err.stack) || err) };
    }
    fs.writeFileSync(`${file}.exceljs.json`, JSON.stringify(result));
  }
  console.log(require('exceljs/package.json').version);
})();
