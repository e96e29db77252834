class Globals:
    supported_properties = {
        SamResourceType.Function.value: ["Handler", "Timeout"],
        SamResourceType.Api.value: ["Name"],
    }
