exports.handler = async () => "";
