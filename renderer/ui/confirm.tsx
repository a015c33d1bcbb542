import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { useFirstField } from './first-field.js';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** Label of the choice that loses something. */
  readonly danger: string;
  /** Label of the safe choice, which Enter and Esc take. */
  readonly stay: string;
}

interface Asked extends Question {
  readonly number: number;
  readonly answer: (goOn: boolean) => void;
}

let questions = 0;
const store = createStore<{ readonly asked: Asked | undefined }>(() => ({ asked: undefined }));

/** Asks only where loss threatens; true for the dangerous choice. */
export function confirm(question: Question): Promise<boolean> {
  store.getState().asked?.answer(false);
  questions += 1;
  return new Promise((resolve) => {
    store.setState({
      asked: {
        ...question,
        number: questions,
        answer: (goOn) => {
          store.setState({ asked: undefined });
          resolve(goOn);
        },
      },
    });
  });
}

export function isAsking(): boolean {
  return store.getState().asked !== undefined;
}

/** Shows the open question, if any; mounted once. */
export function ConfirmDialog() {
  const asked = useStore(store, (state) => state.asked);
  useEffect(() => () => store.getState().asked?.answer(false), []);
  return (
    <Modal
      open={asked !== undefined}
      title={asked?.title}
      width={420}
      centered
      closable={false}
      onCancel={() => asked?.answer(false)}
      destroyOnHidden
      footer={[
        <Button key="danger" danger onClick={() => asked?.answer(true)}>
          {asked?.danger}
        </Button>,
        asked && <SafeChoice key={`stay ${asked.number}`} asked={asked} />,
      ]}
    >
      {asked?.text}
    </Modal>
  );
}

/** Has the keyboard from the moment it is there: a key pressed while the question still fades in must not reach what lies beneath. */
function SafeChoice({ asked }: { readonly asked: Asked }) {
  return (
    <Button ref={useFirstField()} type="primary" onClick={() => asked.answer(false)}>
      {asked.stay}
    </Button>
  );
}
