import type {} from 'contact-details/react';
import { Registration } from '../../registration';

/** A server component: what it gives the element are attributes. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <main>
      <contact-details src="/api" contact-id={id} readonly />
      <Registration />
    </main>
  );
}
