import { Button } from 'antd';
import { useEffect, useRef } from 'react';

interface StartButtonProps {
  readonly isReady: boolean;
  readonly isRunning?: boolean;
  readonly start: () => void;
}

/** 导出; takes the focus once it can be pressed, unless the editor is at a field by then, or at what belongs to the passphrase. */
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
  const at = document.activeElement;
  return at instanceof HTMLInputElement || (at !== null && at.closest('.passphrase-row') !== null);
}
