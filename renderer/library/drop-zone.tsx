import { useEffect, useState } from 'react';
import { purposeNow } from '../state/contributor.js';
import { tellFailure } from '../state/messages.js';
import { readDrop } from './dropped-files.js';
import { importFiles } from './import-files.js';

/** Takes files dropped anywhere on the window; shows where they would go while they hover. */
export function DropZone() {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const listeners = dropListeners(setIsOver);
    for (const [name, listener] of listeners) window.addEventListener(name, listener, { capture: true });
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, { capture: true });
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-veil">
      松开即导入
      <span>
        支持 .txt、.md、.docx、.doc、.wps、.rtf、.odt、.pdf；
        {purposeNow() === 'unit' ? '列入投稿' : '整期识别为一期，单篇列入来稿'}；交换包（.zbx）打开来看
      </span>
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Pictures over the writing surface go into the article, which takes them itself. */
function isForArticle({ dataTransfer, target }: DragEvent): boolean {
  const items = [...(dataTransfer?.items ?? [])];
  const isOverText = target instanceof Element && target.closest('.ae-surface[contenteditable="true"]') !== null;
  return isOverText && items.length > 0 && items.every(({ type }) => type.startsWith('image/'));
}

function dropListeners(setIsOver: (isOver: boolean) => void) {
  const over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOver(!isForArticle(event));
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setIsOver(false);
  };
  const drop = (event: DragEvent): void => {
    setIsOver(false);
    if (!carriesFiles(event) || isForArticle(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) readDrop(event.dataTransfer).then(importFiles).catch(tellFailure);
  };
  return [
    ['dragenter', over],
    ['dragover', over],
    ['dragleave', leave],
    ['drop', drop],
  ] as const;
}
