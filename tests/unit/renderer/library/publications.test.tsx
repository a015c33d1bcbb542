// @vitest-environment window
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialogs } from '../../../../renderer/dialogs/dialogs.js';
import { MastheadForm } from '../../../../renderer/issue/masthead-form.js';
import { saveAsCopy } from '../../../../renderer/issue/save-as-copy.js';
import { Facets } from '../../../../renderer/search/facets.js';
import { searchStore } from '../../../../renderer/search/search-state.js';
import { SettingsStatus } from '../../../../renderer/frame/status-bar.js';
import { startNextIssue } from '../../../../renderer/library/library-actions.js';
import { LibraryView } from '../../../../renderer/library/library-view.js';
import { removePublication } from '../../../../renderer/library/publication-actions.js';
import { PublicationForm } from '../../../../renderer/settings/publication-form.js';
import { SettingsHeader } from '../../../../renderer/settings/settings-header.js';
import { closeDialog } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';
import { refreshLibrary } from '../../../../renderer/state/library-store.js';
import { messagesNow } from '../../../../renderer/state/messages.js';
import { pageStyleNow } from '../../../../renderer/state/page-style.js';
import { issueName, publicationSession } from '../../../../renderer/state/publication.js';
import { settingsStore } from '../../../../renderer/state/settings.js';
import { issueKey, type Issue } from '../../../../shared/document/issue.js';
import { defaultPublication, type Publication } from '../../../../shared/document/publication.js';
import type { AppInfo } from '../../../../shared/ipc.js';
import { issueKind } from '../../../../shared/library/records/issue-kind.js';
import { article, column, issue, p } from '../../../helpers/build-issue.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

const id = '0000000a';
const reference: Publication = { ...defaultPublication, id, name: '内部参考', pageStyle: { 'marginMm.top': 30 } };
const own = issue(column('经验交流', article('示例县抓实宣讲', p('示例县开展活动。'))), { masthead: { number: 6 } });
const other: Issue = { ...own, masthead: { ...own.masthead, name: '内部参考', number: 3, publication: id } };

let services: FakeServices;
let publications: readonly Publication[];
let created: object[];

/** A library with these publications, its issues listed. */
async function have(...all: readonly Publication[]): Promise<void> {
  publications = all;
  services = fakeServices(own, other);
  created = [];
  const listed = () => [...services.issues.values()].map((each) => issueKind.summarize(each, '2026-03-02T01:00:00.000Z'));
  services.answers.set('library.list', () => ({ issues: listed(), submissions: [], trash: [], problems: [] }));
  services.answers.set('publication.list', () => ({ publications }));
  services.answers.set('publication.save', () => ({ savedAt: '2026-03-02T01:00:00.000Z' }));
  services.answers.set('issue.create', (request: object) => {
    created.push(request);
    return { key: issueKey(other.masthead) };
  });
  services.answers.set('publication.add', ({ publication }: { publication: Publication }) => {
    const made = { ...publication, id: '0000000b' };
    publications = [...publications, made];
    return { publication: made };
  });
  services.answers.set('publication.remove', ({ id: gone }: { id: string }) => {
    publications = publications.filter((each) => each.id !== gone);
    return { trashId: 't' };
  });
  issueSession.getState().close();
  settingsStore.setState({ values: {} });
  await publicationSession.getState().choose(undefined);
  await publicationSession.getState().load();
  await refreshLibrary();
}

beforeEach(() => have(defaultPublication, reference));
afterEach(() => {
  cleanup();
  closeDialog();
});

const rows = () => [...document.querySelectorAll('.issue-row .issue-open')].map(({ textContent }) => textContent);
const choice = () => screen.queryByRole<HTMLSelectElement>('combobox', { name: '刊物' });

describe('the library of several publications', () => {
  it('lists the issues of all with their names, or of one', () => {
    render(<LibraryView />);
    expect(
      rows()
        .map((text) => text.slice(0, 4))
        .toSorted(),
    ).toEqual(['内部参考', '宣传信息'].toSorted());
    fireEvent.change(choice() as HTMLSelectElement, { target: { value: id } });
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toMatch(/^第3期/u);
    fireEvent.change(choice() as HTMLSelectElement, { target: { value: 'own' } });
    expect(rows()[0]).toMatch(/^第6期/u);
  });

  it('says of a publication without issues how the first is made', async () => {
    services.issues.delete(issueKey(other.masthead));
    await refreshLibrary();
    settingsStore.setState({ values: { 'library.publication': id } });
    render(<LibraryView />);
    expect(screen.getByText(/这个刊物还没有期/u)).toBeTruthy();
  });

  it('asks nothing where there is but one, whatever was chosen before', async () => {
    await have(defaultPublication);
    settingsStore.setState({ values: { 'library.publication': id } });
    render(<LibraryView />);
    expect([choice(), rows().length, document.querySelector('.issue-publication')]).toEqual([null, 2, null]);
  });

  it('goes on with the publication shown, of all of them with that of the open issue', async () => {
    settingsStore.setState({ values: { 'library.publication': id } });
    await startNextIssue();
    settingsStore.setState({ values: { 'library.publication': 'own' } });
    await startNextIssue();
    settingsStore.setState({ values: {} });
    await startNextIssue();
    issueSession.getState().close();
    await startNextIssue();
    expect(created).toEqual([{ publication: id }, {}, { publication: id }, {}]);
    expect(messagesNow().at(-1)?.text).toMatch(/^已新建《内部参考》\d{4}年第3期/u);
  });

  it('saves a copy of an issue into its own publication', async () => {
    await issueSession.getState().open(issueKey(other.masthead));
    await saveAsCopy(other);
    expect(created).toEqual([{ publication: id }]);
  });

  it('narrows a search by publications where there are several', () => {
    const facets = (...values: readonly string[]): void => {
      const publication = values.map((value) => ({ value, count: 1 }));
      const none = { kind: [], year: [], column: [], unit: [], state: [] };
      searchStore.setState({ answer: { total: 1, sources: 1, groups: [], terms: [], facets: { ...none, publication } } });
      cleanup();
      render(<Facets />);
    };
    facets('宣传信息专报');
    expect(screen.queryByText('刊物')).toBeNull();
    facets('宣传信息专报', '内部参考');
    expect(screen.getByText('刊物')).toBeTruthy();
  });

  it('calls issues by the names of their publications where there are several', async () => {
    expect(issueName(`2026-03-${id}`)).toBe('《内部参考》2026年第3期');
    expect(issueName('2026-03')).toBe(`《${defaultPublication.name}》2026年第3期`);
    await have(defaultPublication);
    expect(issueName('2026-03')).toBe('2026年第3期');
  });

  it('sets the pages of an issue by its own publication', () => {
    expect(pageStyleNow(other).marginMm.top).toBe(30);
    expect(pageStyleNow(own).marginMm.top).not.toBe(30);
  });

  it('lets an issue be kept with another publication, unless its number is taken there', async () => {
    await issueSession.getState().open(issueKey(own.masthead));
    render(<MastheadForm />);
    const field = screen.getByRole<HTMLSelectElement>('combobox', { name: '归入刊物' });
    fireEvent.change(field, { target: { value: id } });
    expect(issueSession.getState().issue?.masthead.publication).toBe(id);
    fireEvent.change(field, { target: { value: '' } });
    expect(issueSession.getState().issue?.masthead).not.toHaveProperty('publication');
  });
});

describe('the settings of several publications', () => {
  const nameField = () => within(document.querySelector('[data-section="name"]') as HTMLElement).getByLabelText<HTMLInputElement>('刊名');

  it('are those of the one chosen', async () => {
    render(
      <>
        <SettingsHeader />
        <PublicationForm key={publicationSession.getState().publication.id} />
      </>,
    );
    await act(async () => void fireEvent.change(choice() as HTMLSelectElement, { target: { value: id } }));
    await vi.waitFor(() => expect(publicationSession.getState().publication.id).toBe(id));
    cleanup();
    render(<PublicationForm />);
    expect(nameField().value).toBe('内部参考');
    fireEvent.change(nameField(), { target: { value: '宣传 信息专报' } });
    fireEvent.blur(nameField());
    expect(screen.getByText('已有刊物《宣传信息专报》')).toBeTruthy();
    expect(publicationSession.getState().publication.name).toBe('内部参考');
  });

  it('make a new one by its name, with the template of the one shown', async () => {
    await publicationSession.getState().choose(id);
    render(
      <>
        <PublicationForm />
        <Dialogs info={{} as AppInfo} />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: '新建刊物…' }));
    const name = within(await screen.findByRole('dialog')).getByRole<HTMLInputElement>('textbox', { name: '刊名' });
    fireEvent.change(name, { target: { value: '内 部参考' } });
    expect(screen.getByRole('alert').textContent).toBe('已有刊物《内部参考》，请换一个刊名。');
    fireEvent.keyDown(name, { key: 'Enter' });
    fireEvent.keyUp(name, { key: 'Enter' });
    expect(services.calls).not.toContain('publication.add');
    fireEvent.change(name, { target: { value: '工作通报' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    await vi.waitFor(() => expect(publicationSession.getState().publication).toMatchObject({ id: '0000000b', name: '工作通报' }));
    expect(publicationSession.getState().publication.pageStyle).toEqual({ 'marginMm.top': 30 });
  });

  it('say that the page style is that of this publication’s issues', async () => {
    render(<SettingsStatus />);
    expect(screen.getByText(/版式对这个刊物各期/u)).toBeTruthy();
    cleanup();
    await have(defaultPublication);
    render(<SettingsStatus />);
    expect(screen.getByText(/版式对库里各期/u)).toBeTruthy();
  });

  it('are taken from the open issue only where it is of that publication', async () => {
    await issueSession.getState().open(issueKey(own.masthead));
    render(<PublicationForm />);
    expect(screen.getByRole('button', { name: '取自本期' })).toBeTruthy();
    cleanup();
    await publicationSession.getState().choose(id);
    render(<PublicationForm />);
    expect(screen.queryByRole('button', { name: '取自本期' })).toBeNull();
  });

  it('delete one into the trash, never the library’s own', async () => {
    render(<PublicationForm />);
    expect(screen.queryByRole('button', { name: '删除这个刊物' })).toBeNull();
    cleanup();
    await publicationSession.getState().choose(id);
    render(<PublicationForm />);
    expect(screen.getByRole('button', { name: '删除这个刊物' })).toBeTruthy();
    await removePublication(id, '内部参考');
    expect(publicationSession.getState().publications).toEqual([defaultPublication]);
    expect(publicationSession.getState().publication.id).toBeUndefined();
    expect(messagesNow().at(-1)?.text).toBe('刊物《内部参考》已移入回收站。');
  });
});
