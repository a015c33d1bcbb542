import { Button, Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { createStore, useStore } from 'zustand';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** Label of the choice that loses something. */
  readonly danger: string;
  /** Label of the safe choice, which Enter and Esc take. */
  readonly stay: string;
}

interface Asked extends Question {
  readonly answer: (goOn: boolean) => void;
}

const store = createStore<{ readonly asked: Asked | undefined }>(() => ({ asked: undefined }));

/** Asks only where loss threatens; true for the dangerous choice. */
export function confirm(question: Question): Promise<boolean> {
  store.getState().asked?.answer(false);
  return new Promise((resolve) => {
    store.setState({
      asked: {
        ...question,
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
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => () => store.getState().asked?.answer(false), []);
  return (
    <Modal
      open={asked !== undefined}
      title={asked?.title}
      width={420}
      centered
      closable={false}
      onCancel={() => asked?.answer(false)}
      afterOpenChange={(isOpen) => isOpen && stay.current?.focus()}
      footer={[
        <Button key="danger" danger onClick={() => asked?.answer(true)}>
          {asked?.danger}
        </Button>,
        <Button key="stay" ref={stay} type="primary" onClick={() => asked?.answer(false)}>
          {asked?.stay}
        </Button>,
      ]}
    >
      {asked?.text}
    </Modal>
  );
}
