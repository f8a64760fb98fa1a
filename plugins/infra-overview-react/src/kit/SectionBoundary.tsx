import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ToneText } from './ToneText';

export interface SectionBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error;
}

/** A section that cannot be drawn says so; the rest of the page stays. */
export class SectionBoundary extends Component<SectionBoundaryProps, State> {
  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override state: State = {};

  override componentDidCatch(error: Error, info: ErrorInfo) {
    // eslint-disable-next-line no-console -- the only place a reader can copy the stack from
    console.error(`Section "${this.props.title}" could not be drawn`, error, info.componentStack);
  }

  override render() {
    const { title, children } = this.props;
    if (this.state.error === undefined) return children;
    return (
      <ToneText tone="bad">
        {title} could not be drawn: {this.state.error.message}
      </ToneText>
    );
  }
}
