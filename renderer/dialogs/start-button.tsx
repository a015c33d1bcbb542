import { Button } from 'antd';
import { useEffect, useRef } from 'react';

interface StartButtonProps {
  readonly isReady: boolean;
  readonly isRunning?: boolean;
  readonly start: () => void;
}

/** 导出; takes the focus once it can be pressed, unless the editor is typing by then. */
export function StartButton({ isReady, isRunning = false, start }: StartButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady && !isAtField()) button.current?.focus();
  }, [isReady]);
  return (
    <Button ref={button} type="primary" disabled={!isReady} loading={isRunning} onClick={start}>
      导出
    </Button>
  );
}

function isAtField(): boolean {
  return document.activeElement instanceof HTMLInputElement;
}
