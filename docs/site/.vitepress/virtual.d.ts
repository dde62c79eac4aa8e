declare module 'virtual:panel-bundle' {
  const address: string;
  export default address;
}

declare module '*.css';
