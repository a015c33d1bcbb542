/** Commands on the article being written. */
import type { Level } from '../../shared/document/issue.js';
import type { ParagraphFit } from '../../shared/document/paragraph-fit.js';
import type { MarkKind } from '../../shared/document/text-marks.js';
import { writingSurface, type TableAction, type WritingSurface } from '../state/writing-surface.js';
import { pickFiles } from '../ui/pick-files.js';
import type { CommandBehaviour, CommandBehaviours } from '../ui/command-registry.js';

export const textCommands = {
  'insert.paragraph': onSurface((surface) => surface.addParagraph()),
  'insert.picture': onSurface((surface) => void pickFiles('image/*').then((files) => surface.insertPictures(files))),
  'insert.subtitle': onArticle((surface) => surface.goToPart('subtitle')),
  'insert.editorNote': onArticle((surface) => surface.goToPart('note')),
  'insert.footnote': onSurface(
    (surface) => surface.insertFootnote(),
    (surface) => surface.place()?.takesFootnote ?? false,
  ),
  'insert.source': onSurface((surface) => surface.goToPart('source')),
  'insert.table': onSurface(
    (surface) => surface.insertTable(),
    (surface) => surface.place()?.block !== 'table',
  ),
  'table.rowAbove': inTable('rowAbove'),
  'table.rowBelow': inTable('rowBelow'),
  'table.columnLeft': inTable('columnLeft'),
  'table.columnRight': inTable('columnRight'),
  'table.removeRow': inCell('removeRow'),
  'table.removeColumn': inCell('removeColumn'),
  'table.remove': inTable('remove'),
  'table.header': { ...inCell('header'), isTicked: () => writingSurface()?.place()?.cell?.isHeader ?? false },
  'table.wider': inCell('wider'),
  'table.narrower': inCell('narrower'),
  'table.widthsByContent': inTable('widthsByContent'),
  'format.lead': {
    ...onArticle((surface) => surface.toggleLead()),
    isTicked: () => writingSurface()?.place()?.isInLead ?? false,
  },
  'format.bold': emphasis('bold'),
  'format.kai': emphasis('kai'),
  'format.confirmLead': onSurface(
    (surface) => surface.confirmLead(),
    (surface) => surface.place()?.isLeadInferred ?? false,
  ),
  'format.confirmLeads': onSurface((surface) => surface.confirmLeads()),
  'format.body': level(undefined),
  'format.level1': level(1),
  'format.level2': level(2),
  'format.level3': level(3),
  'format.level4': level(4),
  'format.tight': fit('tight'),
  'format.loose': fit('loose'),
} satisfies Partial<CommandBehaviours>;

function onSurface(act: (surface: WritingSurface) => void, isFit: (surface: WritingSurface) => boolean = () => true): CommandBehaviour {
  return {
    run: () => {
      const surface = writingSurface();
      if (surface) act(surface);
    },
    isEnabled: () => {
      const surface = writingSurface();
      return surface !== undefined && !surface.isReadOnly && isFit(surface);
    },
  };
}

function onArticle(act: (surface: WritingSurface) => void): CommandBehaviour {
  return onSurface(act, ({ isBrief }) => !isBrief);
}

function inTable(action: TableAction): CommandBehaviour {
  return onSurface(
    (surface) => surface.editTable(action),
    (surface) => surface.place()?.block === 'table',
  );
}

function inCell(action: TableAction): CommandBehaviour {
  return onSurface(
    (surface) => surface.editTable(action),
    (surface) => surface.place()?.cell !== undefined,
  );
}

function emphasis(kind: MarkKind): CommandBehaviour {
  return {
    ...onSurface(
      (surface) => surface.toggleMark(kind),
      (surface) => ['paragraph', 'table'].includes(surface.place()?.block ?? ''),
    ),
    isTicked: () => writingSurface()?.place()?.marks.includes(kind) ?? false,
  };
}

function level(wanted: Level | undefined): CommandBehaviour {
  return {
    ...onSurface(
      (surface) => surface.setLevel(wanted),
      (surface) => surface.place()?.block === 'paragraph',
    ),
    isTicked: () => {
      const place = writingSurface()?.place();
      return place?.block === 'paragraph' && place.level === wanted;
    },
  };
}

function fit(wanted: ParagraphFit): CommandBehaviour {
  return {
    ...onSurface(
      (surface) => surface.toggleFit(wanted),
      (surface) => surface.place()?.block === 'paragraph',
    ),
    isTicked: () => writingSurface()?.place()?.fit === wanted,
  };
}
