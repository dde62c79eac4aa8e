import Link from 'next/link';
import { Side } from './side';

export default function Page() {
  return (
    <main>
      <Side firstId="c_1" secondId="c_2" />
      <Link href="/only/c_1">Rendered by the server</Link>
    </main>
  );
}
