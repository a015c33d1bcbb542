import { expect, it } from 'vitest';
import { foldersOf, readDrop } from '../../../../renderer/library/dropped-files.js';

type Tree = string | readonly [name: string, children: readonly Tree[]];

/** An entry as browsers give it; a folder tells of two at a time. */
function entryOf(tree: Tree): FileSystemEntry {
  if (typeof tree === 'string') {
    const file = new File(['稿'], tree);
    return { name: tree, isDirectory: false, file: (done: (file: File) => void) => done(file) } as unknown as FileSystemEntry;
  }
  const [name, children] = tree;
  return {
    name,
    isDirectory: true,
    createReader: () => {
      const left = children.map(entryOf);
      return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 2)) };
    },
  } as unknown as FileSystemEntry;
}

const drop = (...trees: readonly Tree[]) => {
  const entries = trees.map(entryOf);
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry })) as unknown as DataTransferItemList;
  return readDrop({ items, files: [new File(['稿'], '一.txt')] as unknown as FileList });
};

it('finds the files of dropped folders however deep, each with the names of its folders', async () => {
  const files = await drop(['十一月', ['2.txt', '10.txt', '1.txt', ['示例区', ['甲.docx', '~$甲.docx', 'Thumbs.db', '.x']]]], '另.txt');
  expect(files.map((file) => [file.name, ...foldersOf(file)])).toEqual([
    ['1.txt', '十一月'],
    ['2.txt', '十一月'],
    ['10.txt', '十一月'],
    ['甲.docx', '示例区', '十一月'],
    ['另.txt'],
  ]);
});

it('takes dropped files as they are', async () => {
  expect((await drop('一.txt')).map(({ name }) => name)).toEqual(['一.txt']);
});
