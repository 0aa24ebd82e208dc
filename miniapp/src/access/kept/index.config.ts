export default definePageConfig({ navigationBarTitleText: '留着我的哪些信息' });
