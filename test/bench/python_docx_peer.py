"""Makes a Word file of a page (JSON) with python-docx, and prints how long that took, in milliseconds."""
import json
import sys
import time

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

source, target = sys.argv[1:]
with open(source, encoding='utf-8') as file:
    page = json.load(file)


def write(paragraph, value):
    mark = {'bullet': '• ', 'number': f"{value.get('list', {}).get('value')}. "}.get(value.get('list', {}).get('kind'), '')
    if mark:
        paragraph.add_run(mark)
    if value.get('label'):
        paragraph.add_run(value['label'] + ' ').bold = True
    for run in value['runs']:
        paragraph.add_run(run['text']).bold = run.get('bold')


def fill_cell(cell, value):
    for index, paragraph in enumerate(value['paragraphs']):
        write(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), paragraph)
    if value.get('fill'):
        colour = value['fill']['colour'].lstrip('#')
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'))


def write_table(document, value):
    table = document.add_table(rows=len(value['rows']), cols=len(value['widths']))
    width = len(value['widths'])
    cells = table._cells  # each row's own `cells` looks through the whole table
    grid = [cells[at * width : (at + 1) * width] for at in range(len(value['rows']))]
    for at, row in enumerate(value['rows']):
        for column, cell in enumerate(row['cells']):
            if cell is None:
                continue
            first = grid[at][column]
            for below in range(cell['rowSpan'] if cell['rowSpan'] > 1 else 0):  # its own `merge` does too
                grid[at + below][column]._tc.vMerge = 'restart' if below == 0 else 'continue'
            fill_cell(first, cell)


start = time.perf_counter()
document = docx.Document()
for block in page['blocks']:
    if block['kind'] == 'heading':
        document.add_heading(block['text'], block['level'])
    elif block['kind'] == 'paragraph':
        write(document.add_paragraph(), block['paragraph'])
    else:
        write_table(document, block['table'])
document.save(target)
print((time.perf_counter() - start) * 1000)
